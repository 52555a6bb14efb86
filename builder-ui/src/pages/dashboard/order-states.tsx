import { Link } from 'react-router';
import { orderLooks } from '../../components/badges.tsx';
import { useWords } from '../../words.tsx';
import type { Dashboard } from './use-dashboard.ts';

const states = [
  { view: 'awaiting', badge: 'awaiting_payment' },
  { view: 'paid', badge: 'paid' },
  { view: 'packing', badge: 'packing' },
  { view: 'on_the_way', badge: 'on_the_way' },
  { view: 'done', badge: 'done' },
  { view: 'cancelled', badge: 'cancelled' },
  { view: 'refund_due', badge: 'refund_due' },
] as const;

/** The orders of the day by where they are now; what is rare shows only when there is some. */
export function OrderStates({ orders }: { orders: Dashboard['orders'] }) {
  const { t } = useWords();
  return (
    <section className="card day-part states" aria-labelledby="day-states">
      <h2 id="day-states">{t('web.day.states')}</h2>
      {orders.count === 0 ? (
        <p className="t2">{t('web.day.orders_none')}</p>
      ) : (
        <ul>
          {states
            .filter(({ view }) => view !== 'refund_due' || orders.byState.refund_due > 0)
            .map(({ view, badge }) => {
              const { icon: Picture, tone } = orderLooks[badge];
              const count = orders.byState[view];
              return (
                <li key={view} data-none={count === 0 || undefined}>
                  <Link to={`/orders?view=${view}&period=today`}>
                    <span className={`bdg ${count === 0 ? 'line' : tone}`}>
                      <Picture size={15} stroke={2} aria-hidden="true" />
                      {t(`web.day.state.${view}`)}
                    </span>
                    <b>{count}</b>
                  </Link>
                </li>
              );
            })}
        </ul>
      )}
    </section>
  );
}
