import {
  IconArrowRight,
  IconClock,
  IconCreditCard,
  IconCreditCardOff,
  IconCircleX,
  IconLink,
  IconMessage2,
  IconReceiptRefund,
  IconShoppingBag,
  type Icon,
} from '@tabler/icons-react';
import type { Order } from '../../api.ts';
import { useWords, type Words } from '../../words.tsx';

type Item = Order['story'][number];
const looks: Readonly<Record<string, { icon: Icon; tone?: string }>> = {
  'order.placed': { icon: IconShoppingBag },
  'order.paid': { icon: IconCreditCard, tone: 'ok' },
  'order.moved': { icon: IconArrowRight },
  'order.cancelled': { icon: IconCircleX, tone: 'bad' },
  'payment.link_ready': { icon: IconLink },
  'payment.declined': { icon: IconCreditCardOff, tone: 'bad' },
  'payment.refund_due': { icon: IconReceiptRefund, tone: 'bad' },
  'payment.refunded': { icon: IconReceiptRefund, tone: 'ok' },
};

/** What happened to an order, newest first, each line a plain fact with its time. */
export function OrderStory({ order }: { order: Order }) {
  const words = useWords();
  const { t, at, when } = words;
  return (
    <ol className="tl">
      {order.badge === 'awaiting_payment' && (
        <li>
          <span className="dot now">
            <IconClock size={13} stroke={2} aria-hidden="true" />
          </span>
          <div className="row" style={{ alignItems: 'baseline' }}>
            <span className="sp">{t('web.story.waiting', { time: at(order.payment.deadlineAt, 'time') })}</span>
            <span className="xs t3">{t('web.now')}</span>
          </div>
        </li>
      )}
      {order.story.map((item) => {
        const look = looks[item.code] ?? {
          icon: IconMessage2,
          ...(item.code === 'message.failed' ? { tone: 'bad' } : {}),
        };
        const Sign = look.icon;
        return (
          <li key={item.id}>
            <span className={`dot ${look.tone ?? ''}`}>
              <Sign size={13} stroke={2} aria-hidden="true" />
            </span>
            <div className="row" style={{ alignItems: 'baseline' }}>
              <span className="sp">
                {sentence(words, item, order)}
                {item.by && <span className="t3"> · {item.by}</span>}
              </span>
              <time className="xs t3 nw" dateTime={item.at} title={at(item.at)}>
                {sameDay(when, at, item.at)}
              </time>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function sameDay(when: Words['when'], at: Words['at'], moment: string): string {
  const short = when(moment);
  return short.includes(':') ? at(moment, 'time') : at(moment);
}

function sentence({ t, maybe, money }: Words, item: Item, order: Order): string {
  const text = (name: string) => String(item.facts[name] ?? '');
  const amount = money(Number(item.facts['amountMinor'] ?? order.totalMinor), order.currency);
  switch (item.code) {
    case 'order.placed':
      return t('web.story.placed', { count: Number(item.facts['pieces'] ?? 0) });
    case 'order.paid':
      return t(item.facts['late'] === true ? 'web.story.paid_late' : 'web.story.paid', { total: amount });
    case 'order.moved':
      return t('web.story.moved', {
        from: maybe(`order_state.${text('from')}`),
        to: maybe(`order_state.${text('to')}`),
      });
    case 'order.cancelled':
      return t('web.story.cancelled', { reason: maybe(`web.reason.${text('reason')}`, {}, text('reason')) });
    case 'payment.link_ready':
      return t('web.story.link_ready');
    case 'payment.declined':
      return t('web.story.declined', {
        reason: maybe(`msg.payment_declined_reason.${text('reason')}`, {}, maybe('msg.payment_declined_reason.other')),
      });
    case 'payment.refund_due':
      return t('web.story.refund_due', { total: amount });
    case 'payment.refunded':
      return t('web.story.refunded', { total: amount });
    default:
      return item.code.startsWith('message.')
        ? maybe(`web.story.${item.code.replace('.', '_')}`, { text: text('text') }, text('text'))
        : maybe(`web.story.${item.code}`, {}, item.code);
  }
}
