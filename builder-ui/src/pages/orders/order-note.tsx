import type { OrderInList } from '../../api.ts';
import { useNow } from '../../components/use-now.ts';
import { useWords } from '../../words.tsx';

/** The one thing that one would want to know about an order without opening it. */
export function OrderNote({ order }: { order: OrderInList }) {
  const { t, day, maybe } = useWords();
  switch (order.badge) {
    case 'awaiting_payment':
      return order.deadlineAt ? <TimeLeft until={order.deadlineAt} /> : null;
    case 'paid':
      return t('web.orders.note_paid');
    case 'refund_due':
      return t('web.orders.note_refund');
    case 'cancelled':
      return order.cancelReason ? maybe(`web.reason.${order.cancelReason}`, {}, order.cancelReason) : null;
    case 'packing':
    case 'ready_for_pickup':
      return order.deliverySlot
        ? `${day(order.deliverySlot.date)}, ${order.deliverySlot.fromHour}–${order.deliverySlot.toHour}`
        : null;
    default:
      return null;
  }
}

export function TimeLeft({ until }: { until: string }) {
  const { t } = useWords();
  const now = useNow(1000);
  return <span>{timeLeft(t, Date.parse(until) - now)}</span>;
}

export function timeLeft(t: ReturnType<typeof useWords>['t'], ms: number): string {
  if (ms <= 0) return t('web.time.over');
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90
    ? t('web.time.seconds', { count: seconds })
    : t('web.time.minutes', { count: Math.round(seconds / 60) });
}
