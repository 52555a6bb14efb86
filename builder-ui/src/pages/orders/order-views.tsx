import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconCreditCard,
  IconPackage,
  IconSparkles,
  IconTruckDelivery,
  type Icon,
} from '@tabler/icons-react';
import type { OrderList } from '../../api.ts';
import { useWords } from '../../words.tsx';

export type View = keyof OrderList['counts'];

const views: { view: View; icon?: Icon }[] = [
  { view: 'all' },
  { view: 'action', icon: IconSparkles },
  { view: 'awaiting', icon: IconClock },
  { view: 'paid', icon: IconCreditCard },
  { view: 'packing', icon: IconPackage },
  { view: 'on_the_way', icon: IconTruckDelivery },
  { view: 'done', icon: IconCircleCheck },
  { view: 'cancelled', icon: IconCircleX },
  { view: 'refund_due', icon: IconAlertCircle },
];

/** The filters with their counts; what is rare shows only when there is some. */
export function OrderViews({
  view,
  counts,
  onChange,
}: {
  view: View;
  counts: OrderList['counts'] | undefined;
  onChange: (view: View) => void;
}) {
  const { t } = useWords();
  return (
    <div role="group" aria-label={t('web.orders.views')} className="row" style={{ flex: 'none' }}>
      {views
        .filter((one) => one.view !== 'refund_due' || one.view === view || (counts?.refund_due ?? 0) > 0)
        .map(({ view: name, icon: Sign }) => (
          <button
            key={name}
            type="button"
            className="fchip"
            aria-pressed={name === view}
            onClick={() => onChange(name)}
          >
            {Sign && <Sign size={16} aria-hidden="true" />}
            {t(`web.orders.view_${name}`)}
            {counts && <b>{counts[name]}</b>}
          </button>
        ))}
    </div>
  );
}
