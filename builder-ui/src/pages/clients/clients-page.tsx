import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { IconMessages, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, taken, type ContactInList } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { ClientCard } from './client-card.tsx';
import { Conversation } from './conversation.tsx';
import './clients.css';

export function ClientsPage() {
  const { t } = useWords();
  const { contactId } = useParams();
  const [search, setSearch] = useState('');
  const [unread, setUnread] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['contacts', search, unread],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      taken(
        api.GET('/api/contacts', {
          params: {
            query: {
              limit: 50,
              ...(search ? { search } : {}),
              ...(unread ? { unread: 'true' as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const contacts = list.data?.pages.flatMap((page) => page.contacts) ?? [];
  return (
    <div className={`page clients ${contactId ? 'one' : ''}`}>
      <section className="client-list" aria-label={t('web.nav.clients')}>
        <header style={{ padding: '14px 16px 8px' }} className="col g12">
          <h1>{t('web.nav.clients')}</h1>
          <SearchField value={search} onChange={setSearch} label={t('web.clients.search')} width="100%" />
          <div className="row">
            <button type="button" className="fchip" aria-pressed={!unread} onClick={() => setUnread(false)}>
              {t('web.clients.all')}
            </button>
            <button type="button" className="fchip" aria-pressed={unread} onClick={() => setUnread(true)}>
              {t('web.clients.unread')}
            </button>
          </div>
        </header>
        <div style={{ overflow: 'auto', flex: 1, padding: '4px 8px' }}>
          {list.isPending ? (
            <Waiting height={40} />
          ) : list.error ? (
            <Failure error={list.error} retry={() => void list.refetch()} />
          ) : contacts.length === 0 ? (
            <Empty icon={IconUsers} text={t(search || unread ? 'web.clients.nothing' : 'web.clients.empty')} />
          ) : (
            <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {contacts.map((contact) => (
                <li key={contact.id}>
                  <Row contact={contact} open={contact.id === contactId} />
                </li>
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <Button fullWidth variant="subtle" onClick={() => void list.fetchNextPage()}>
              {t('web.more')}
            </Button>
          )}
        </div>
      </section>
      {contactId ? (
        <>
          <Conversation key={contactId} contactId={contactId} />
          <ClientCard contactId={contactId} />
        </>
      ) : (
        <section className="talk hide-phone">
          <Empty icon={IconMessages} text={t('web.clients.choose')} />
        </section>
      )}
    </div>
  );
}

function Row({ contact, open }: { contact: ContactInList; open: boolean }) {
  const { t, when, money } = useWords();
  return (
    <Link to={`/clients/${contact.id}`} className="client-row" aria-current={open ? 'true' : undefined}>
      <Avatar name={contact.name} />
      <span className="sp col">
        <span className="row">
          <span className="cut sp" style={{ fontWeight: contact.unread > 0 ? 600 : 500 }}>
            {contact.name}
          </span>
          {contact.lastMessageAt && <span className="xs t3 nw">{when(contact.lastMessageAt)}</span>}
        </span>
        <span className="row">
          <span className="s t3 cut sp">
            {contact.unreachable
              ? t('web.client.blocked_short')
              : contact.stopped
                ? t('web.client.stopped_short')
                : (contact.lastText ??
                  (contact.ordersPaid > 0
                    ? t('web.order.client_paid', { count: contact.ordersPaid, sum: money(contact.spentMinor) })
                    : t('web.client.no_orders')))}
          </span>
          {contact.unread > 0 && (
            <span className="count">
              {contact.unread}
              <span className="visually-hidden">{t('web.nav.unread_count', { count: contact.unread })}</span>
            </span>
          )}
        </span>
      </span>
    </Link>
  );
}
