import { ActionIcon, Button, Modal, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  IconBottle,
  IconChevronDown,
  IconChevronUp,
  IconExternalLink,
  IconMessage2,
  IconMessageCircle,
  IconPhone,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, taken, type Order } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { OrderBadge } from '../../components/badges.tsx';
import { Failure } from '../../components/failure.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useAction } from '../../components/use-action.ts';
import { useNow } from '../../components/use-now.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { OrderActions } from './order-actions.tsx';
import { timeLeft } from './order-note.tsx';
import { OrderStory } from './order-story.tsx';

export function OrderPanel({
  orderId,
  onClose,
  previous,
  next,
}: {
  orderId: string;
  onClose: () => void;
  previous?: (() => void) | undefined;
  next?: (() => void) | undefined;
}) {
  const { t, at, money } = useWords();
  const me = useMe().data;
  const query = useQuery({
    queryKey: ['order', orderId],
    queryFn: () => taken(api.GET('/api/orders/{id}', { params: { path: { id: orderId } } })),
  });
  const order = query.data;
  return (
    <SidePanel
      label={t('web.order.label')}
      onClose={onClose}
      head={
        order && (
          <>
            <div className="row wrap">
              <h2 style={{ fontSize: 20, lineHeight: '28px' }}>{t('web.order.title', { number: order.number })}</h2>
              <OrderBadge badge={order.badge} />
            </div>
            <div className="s t3">{t('web.order.placed', { when: at(order.createdAt) })}</div>
          </>
        )
      }
      actions={
        <>
          <ActionIcon
            className="hide-phone"
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('web.order.previous')}
            disabled={!previous}
            onClick={previous}
          >
            <IconChevronUp size={18} />
          </ActionIcon>
          <ActionIcon
            className="hide-phone"
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('web.order.next')}
            disabled={!next}
            onClick={next}
          >
            <IconChevronDown size={18} />
          </ActionIcon>
        </>
      }
      foot={order && order.actions.length > 0 ? <OrderActions order={order} /> : undefined}
    >
      {query.isPending ? (
        <Waiting rows={6} height={40} />
      ) : query.error ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <ClientCard order={query.data} />
          {query.data.badge === 'awaiting_payment' && <PaymentClock order={query.data} />}
          <div>
            {query.data.lines.map((line) => (
              <Line key={line.id} line={line} currency={query.data.currency} />
            ))}
            <div style={{ borderTop: '1px solid var(--line)', paddingTop: 8, marginTop: 6 }}>
              <Sum label={t('web.order.items')} value={money(query.data.itemsMinor, query.data.currency)} />
              <Sum
                label={<Delivery order={query.data} />}
                value={
                  query.data.deliveryMinor === 0
                    ? t('web.order.free')
                    : money(query.data.deliveryMinor, query.data.currency)
                }
              />
              <div className="row" style={{ font: '600 16px/24px var(--font)', paddingTop: 4 }}>
                <span className="sp">{t('web.order.total')}</span>
                <span>{money(query.data.totalMinor, query.data.currency)}</span>
              </div>
            </div>
          </div>
          {query.data.comment && (
            <div className="row g12 s" style={{ alignItems: 'flex-start' }}>
              <IconMessageCircle size={18} className="t3" aria-label={t('web.order.comment')} />
              <span>«{query.data.comment}»</span>
            </div>
          )}
          <section>
            <div className="row" style={{ marginBottom: 10 }}>
              <h3 className="sp">{t('web.order.story')}</h3>
              {me?.temporalUi && (
                <a
                  className="s row g4"
                  href={`${me.temporalUi}/${encodeURIComponent(query.data.workflows.order)}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t('web.order.history')}
                  <IconExternalLink size={16} aria-hidden="true" />
                </a>
              )}
            </div>
            <OrderStory order={query.data} />
          </section>
        </>
      )}
    </SidePanel>
  );
}

function ClientCard({ order }: { order: Order }) {
  const { t, money } = useWords();
  const [writing, setWriting] = useState(false);
  return (
    <div className="card row g12" style={{ padding: '10px 12px' }}>
      <Avatar name={order.customerName} size="lg" />
      <div className="sp">
        <Link to={`/clients/${order.contact.id}`} style={{ color: 'var(--text)', fontWeight: 600 }}>
          {order.customerName}
        </Link>
        <div className="s t3">
          {order.contact.ordersPaid === 0
            ? t('web.client.nothing_bought')
            : t('web.order.client_paid', {
                count: order.contact.ordersPaid,
                sum: money(order.contact.spentMinor, order.currency),
              })}
        </div>
        <div className="s t3">{order.customerPhone}</div>
      </div>
      <Button
        variant="default"
        size="xs"
        h={32}
        leftSection={<IconMessage2 size={16} aria-hidden="true" />}
        onClick={() => setWriting(true)}
      >
        {t('web.order.write')}
      </Button>
      <ActionIcon
        component="a"
        href={`tel:${order.customerPhone}`}
        variant="default"
        size={32}
        aria-label={t('web.order.call')}
      >
        <IconPhone size={16} />
      </ActionIcon>
      {writing && <WriteToClient order={order} onClose={() => setWriting(false)} />}
    </div>
  );
}

function WriteToClient({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [requestId] = useState(() => crypto.randomUUID());
  const send = useAction(
    () =>
      taken(api.POST('/api/orders/{id}/message', { params: { path: { id: order.id } }, body: { text, requestId } })),
    {
      touches: ['messages', 'order'],
      done: t('web.order.written'),
      onDone: onClose,
    },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('web.order.write_title', { name: order.contact.name })}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate(undefined);
        }}
      >
        {!order.contact.reachable && <div className="tip bad">{t('web.client.unreachable')}</div>}
        <Textarea
          aria-label={t('web.client.reply')}
          placeholder={t('web.client.reply')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          required
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('web.not_now')}
          </Button>
          <Button type="submit" loading={send.isPending} disabled={text.trim() === ''}>
            {t('web.client.send')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function PaymentClock({ order }: { order: Order }) {
  const { t, at } = useWords();
  const now = useNow(1000);
  const end = Date.parse(order.payment.deadlineAt);
  const whole = Math.max(1, end - Date.parse(order.payment.startedAt));
  const left = Math.max(0, end - now);
  return (
    <div
      className="row g12"
      style={{ background: 'var(--wait-bg)', borderRadius: 'var(--r-md)', padding: '10px 12px' }}
    >
      <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
        <circle cx="22" cy="22" r="18" fill="none" stroke="var(--wait-line)" strokeWidth="4" opacity=".5" />
        <circle
          cx="22"
          cy="22"
          r="18"
          fill="none"
          stroke="var(--wait)"
          strokeWidth="4"
          strokeLinecap="round"
          strokeDasharray={`${(113 * left) / whole} 113`}
          transform="rotate(-90 22 22)"
        />
      </svg>
      <div className="sp">
        <b>{left > 0 ? t('web.order.time_left', { time: timeLeft(t, left) }) : t('web.order.deadline_over')}</b>
        <div className="s t2">{t('web.order.at_deadline', { time: at(order.payment.deadlineAt, 'time') })}</div>
        {order.payment.link && (
          <a className="s" href={order.payment.link} target="_blank" rel="noreferrer">
            {t('web.order.payment_page')}
          </a>
        )}
      </div>
    </div>
  );
}

function Line({ line, currency }: { line: Order['lines'][number]; currency: string }) {
  const { pick, money } = useWords();
  return (
    <div className="row g12" style={{ padding: '6px 0' }}>
      {line.photoId ? (
        <img
          src={`/api/photos/${line.photoId}`}
          alt=""
          width={40}
          height={40}
          style={{ borderRadius: 8, objectFit: 'cover' }}
          loading="lazy"
        />
      ) : (
        <span className="tile" style={{ width: 40, height: 40 }}>
          <IconBottle size={20} aria-hidden="true" />
        </span>
      )}
      <div className="sp">
        <div>{pick(line.product)}</div>
        <div className="s t3">{pick(line.variant)}</div>
      </div>
      <span className="t3 nw s">
        {line.quantity} × {money(line.priceMinor, currency)}
      </span>
      <span className="num" style={{ minWidth: 76 }}>
        {money(line.priceMinor * line.quantity, currency)}
      </span>
    </div>
  );
}

function Delivery({ order }: { order: Order }) {
  const { t, day } = useWords();
  if (order.deliveryKind === 'courier') return <>{t('web.order.courier', { address: order.deliveryAddress ?? '' })}</>;
  if (!order.deliverySlot) return <>{t('web.order.pickup')}</>;
  return (
    <>
      {t('web.order.pickup_at', {
        day: day(order.deliverySlot.date),
        from: order.deliverySlot.fromHour,
        to: order.deliverySlot.toHour,
      })}
    </>
  );
}

function Sum({ label, value }: { label: React.ReactNode; value: string }) {
  return (
    <div className="row s t2" style={{ padding: '2px 0', alignItems: 'baseline' }}>
      <span className="sp">{label}</span>
      <span className="nw">{value}</span>
    </div>
  );
}
