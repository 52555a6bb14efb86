import { ActionIcon, Button, Switch, Textarea } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  IconArrowLeft,
  IconBan,
  IconCheck,
  IconClock,
  IconHelpCircle,
  IconMessage2,
  IconSend,
} from '@tabler/icons-react';
import { useEffect, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { api, taken, type ConversationItem } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';

/** What a client and the shop wrote to each other, and the box for the answer. Opening it marks it read. */
export function Conversation({ contactId }: { contactId: string }) {
  const { t, at } = useWords();
  const client = useQueryClient();
  const path = { path: { id: contactId } };
  const [screens, setScreens] = useScreens();
  const contact = useQuery({
    queryKey: ['contact', contactId],
    queryFn: () => taken(api.GET('/api/contacts/{id}', { params: path })),
  });
  const list = useInfiniteQuery({
    queryKey: ['messages', contactId, screens],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      taken(
        api.GET('/api/contacts/{id}/messages', {
          params: {
            ...path,
            query: {
              limit: 50,
              ...(screens ? { screens: 'true' as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const unread = contact.data?.unread ?? 0;
  useEffect(() => {
    if (unread === 0) return;
    void api.POST('/api/contacts/{id}/read', { params: { path: { id: contactId } }, body: {} }).then(() => {
      for (const key of ['contacts', 'contact', 'me']) void client.invalidateQueries({ queryKey: [key] });
    });
  }, [contactId, unread, client]);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="talk" aria-label={t('web.client.conversation')}>
      <header className="bar">
        <ActionIcon
          component={Link}
          to="/clients"
          className="only-phone"
          variant="subtle"
          color="gray"
          size={40}
          aria-label={t('web.back')}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
        {contact.data && (
          <>
            <Avatar name={contact.data.name} />
            <h1 className="cut" style={{ fontSize: 16 }}>
              {contact.data.name}
            </h1>
          </>
        )}
        <span className="sp" />
        <Switch
          className="talk-screens"
          size="sm"
          labelPosition="left"
          label={t('web.client.show_screens')}
          checked={screens}
          onChange={(event) => setScreens(event.currentTarget.checked)}
        />
      </header>
      {list.isPending ? (
        <Waiting />
      ) : list.error ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : items.length === 0 ? (
        <Empty icon={IconMessage2} text={t(screens ? 'web.client.no_messages' : 'web.client.only_screens')} />
      ) : (
        <div className="talk-list tg" role="log" aria-label={t('web.client.conversation')} tabIndex={0}>
          {items.map((item, index) => {
            const day = at(item.at, 'date');
            const above = items[index + 1];
            return [
              <Bubble key={item.id} item={item} />,
              ...(above && at(above.at, 'date') === day
                ? []
                : [
                    <span key={`day-${item.id}`} className="talk-day">
                      {day}
                    </span>,
                  ]),
            ];
          })}
          {list.hasNextPage && (
            <Button variant="default" style={{ alignSelf: 'center' }} onClick={() => void list.fetchNextPage()}>
              {t('web.client.earlier')}
            </Button>
          )}
        </div>
      )}
      <Reply contactId={contactId} blocked={contact.data?.unreachableAt !== null && contact.data !== undefined} />
    </section>
  );
}

const KEY = 'takt.screens';

/** The choice stays with this browser. */
function useScreens(): [boolean, (shown: boolean) => void] {
  const [shown, show] = useState(() => localStorage.getItem(KEY) === 'true');
  return [
    shown,
    (next) => {
      localStorage.setItem(KEY, String(next));
      show(next);
    },
  ];
}

function Bubble({ item }: { item: ConversationItem }) {
  const { t, at, maybe } = useWords();
  const ours = item.from === 'us';
  const waits = item.state === 'queued' || item.state === 'reserved';
  const bad = item.state === 'failed' || item.state === 'withdrawn' || item.state === 'expired';
  const Sign = waits ? IconClock : bad ? IconBan : item.state === 'in_doubt' ? IconHelpCircle : IconCheck;
  return (
    <div className={`bub ${ours ? 'out' : ''}`}>
      {item.text}
      <div className="tm">
        {ours && item.class && item.class !== 'reply' && <span>{maybe(`web.message.class_${item.class}`)} ·</span>}
        <time dateTime={item.at}>{at(item.at, 'time')}</time>
        {ours && item.state && (
          <span className={`row g4 ${bad ? 'bad' : ''}`} title={item.error ?? undefined}>
            <Sign size={14} aria-hidden="true" />
            {item.state === 'sent' ? (
              <span className="visually-hidden">{t('web.message.sent')}</span>
            ) : (
              t(`web.message.${item.state}`)
            )}
          </span>
        )}
      </div>
    </div>
  );
}

function Reply({ contactId, blocked }: { contactId: string; blocked: boolean }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const send = useAction(
    () =>
      taken(
        api.POST('/api/contacts/{id}/messages', { params: { path: { id: contactId } }, body: { text, requestId } }),
      ),
    {
      touches: ['messages', 'contacts', 'contact', 'me'],
      onDone: () => {
        setText('');
        setRequestId(crypto.randomUUID());
      },
    },
  );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== '' && !send.isPending) send.mutate(undefined);
  };
  if (blocked)
    return (
      <div className="talk-reply">
        <div className="tip bad sp">
          <IconBan size={18} aria-hidden="true" />
          <span>{t('web.client.unreachable')}</span>
        </div>
      </div>
    );
  return (
    <form className="talk-reply" onSubmit={submit}>
      <Textarea
        style={{ flex: 1 }}
        aria-label={t('web.client.reply')}
        placeholder={t('web.client.reply')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            submit();
          }
        }}
      />
      <Button
        type="submit"
        leftSection={<IconSend size={18} aria-hidden="true" />}
        loading={send.isPending}
        disabled={text.trim() === ''}
      >
        {t('web.client.send')}
      </Button>
    </form>
  );
}
