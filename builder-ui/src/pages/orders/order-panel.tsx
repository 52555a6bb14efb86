import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChevronDown, IconChevronUp, IconExternalLink, IconMessageCircle } from '@tabler/icons-react';
import { api, taken } from '../../api.ts';
import { OrderBadge } from '../../components/badges.tsx';
import { Failure } from '../../components/failure.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { HandRefund } from './hand-refund.tsx';
import { OrderActions } from './order-actions.tsx';
import { ClientCard } from './order-client.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderStory } from './order-story.tsx';
import { PaymentClock } from './payment-clock.tsx';

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
  const { t, at } = useWords();
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
          {query.data.handRefund && <HandRefund order={query.data} refund={query.data.handRefund} />}
          <OrderLines order={query.data} />
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
