import type { Order } from '../../api.ts';
import { useNow } from '../../components/use-now.ts';
import { useWords } from '../../words.tsx';
import { timeLeft } from './order-note.tsx';

/** How long the order still waits for its money. */
export function PaymentClock({ order }: { order: Order }) {
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
