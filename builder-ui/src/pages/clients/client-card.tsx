import { useQuery } from '@tanstack/react-query';
import { IconBan, IconBellOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { readablePhone } from '#domain/contacts/phone.ts';
import { api, taken } from '../../api.ts';
import { OrderBadge, RunBadge } from '../../components/badges.tsx';
import { Failure } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { ClientFuture } from './client-future.tsx';
import { ClientRefusals } from './client-refusals.tsx';
import { ClientStart } from './client-start.tsx';

/** Who a client is: identities, consent, tags, orders, automations. */
export function ClientCard({ contactId }: { contactId: string }) {
  const { t, at, money, when } = useWords();
  const query = useQuery({
    queryKey: ['contact', contactId],
    queryFn: () => taken(api.GET('/api/contacts/{id}', { params: { path: { id: contactId } } })),
  });
  if (query.isPending)
    return (
      <aside className="client-card">
        <Waiting />
      </aside>
    );
  if (query.error)
    return (
      <aside className="client-card">
        <Failure error={query.error} retry={() => void query.refetch()} />
      </aside>
    );
  const contact = query.data;
  const consent = contact.marketingConsent === null ? 'unknown' : contact.marketingConsent ? 'yes' : 'no';
  return (
    <aside className="client-card" aria-label={t('web.client.card')}>
      {contact.unreachableAt && (
        <div className="tip bad">
          <IconBan size={18} aria-hidden="true" />
          <span>{t('web.client.blocked_since', { when: at(contact.unreachableAt) })}</span>
        </div>
      )}
      {contact.stoppedAt && (
        <div className="tip wait">
          <IconBellOff size={18} aria-hidden="true" />
          <span>{t('web.client.stopped_since', { when: at(contact.stoppedAt) })}</span>
        </div>
      )}
      <dl>
        <dt>{t('web.client.phone')}</dt>
        <dd>{contact.phone ? <a href={`tel:${contact.phone}`}>{readablePhone(contact.phone)}</a> : '—'}</dd>
        {contact.identities.map((identity) => [
          <dt key={`t${identity.externalId}`}>Telegram</dt>,
          <dd key={`d${identity.externalId}`}>
            {identity.username ? (
              <a href={`https://t.me/${identity.username}`} target="_blank" rel="noreferrer">
                @{identity.username}
              </a>
            ) : (
              identity.externalId
            )}
          </dd>,
        ])}
        <dt>{t('web.client.language')}</dt>
        <dd>{t(`web.language.${contact.language}`)}</dd>
        <dt>{t('web.client.consent')}</dt>
        <dd>{t(`web.client.consent_${consent}`)}</dd>
        {contact.sourcePayload && (
          <>
            <dt>{t('web.client.source')}</dt>
            <dd>{contact.sourcePayload}</dd>
          </>
        )}
        <dt>{t('web.client.since')}</dt>
        <dd>{at(contact.createdAt, 'date')}</dd>
        <dt>{t('web.client.bought')}</dt>
        <dd>
          {contact.ordersPaid === 0
            ? t('web.client.nothing_bought')
            : t('web.order.client_paid', { count: contact.ordersPaid, sum: money(contact.spentMinor) })}
        </dd>
      </dl>
      <section>
        <h2 style={{ marginBottom: 6, fontSize: 14, lineHeight: '20px' }}>{t('web.client.tags')}</h2>
        <div className="row wrap">
          {contact.tags.length === 0 ? (
            <span className="s t3">{t('web.client.no_tags')}</span>
          ) : (
            contact.tags.map((tag) => (
              <span key={tag} className="bdg">
                {tag}
              </span>
            ))
          )}
        </div>
      </section>
      <section>
        <h2 style={{ marginBottom: 6, fontSize: 14, lineHeight: '20px' }}>{t('web.nav.orders')}</h2>
        {contact.orders.length === 0 && <span className="s t3">{t('web.client.no_orders')}</span>}
        <ul style={{ listStyle: 'none', padding: 0, margin: 0 }} className="col g6">
          {contact.orders.map((order) => (
            <li key={order.id} className="row wrap s">
              <Link to={`/orders/${order.id}`}>{order.number}</Link>
              <span className="t3">{when(order.createdAt)}</span>
              <span className="sp" />
              <span className="nw">{money(order.totalMinor, order.currency)}</span>
              <OrderBadge badge={order.badge} />
            </li>
          ))}
        </ul>
      </section>
      {contact.runs.length > 0 && (
        <section>
          <h2 style={{ marginBottom: 6, fontSize: 14, lineHeight: '20px' }}>{t('web.nav.automations')}</h2>
          <ul style={{ listStyle: 'none', padding: 0, margin: 0 }} className="col g6">
            {contact.runs.map((run) => (
              <li key={run.id} className="row s">
                <Link className="cut sp" to={`/runs/${run.id}`}>
                  {run.automation}
                </Link>
                <RunBadge run={run} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <ClientFuture contactId={contactId} />
      <ClientRefusals contactId={contactId} />
      <ClientStart contactId={contactId} />
    </aside>
  );
}
