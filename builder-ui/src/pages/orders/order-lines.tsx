import { IconBottle } from '@tabler/icons-react';
import type { Order } from '../../api.ts';
import { useWords } from '../../words.tsx';

/** What was ordered, and what it comes to. */
export function OrderLines({ order }: { order: Order }) {
  const { t, money } = useWords();
  return (
    <div>
      {order.lines.map((line) => (
        <Line key={line.id} line={line} currency={order.currency} />
      ))}
      <div style={{ borderTop: '1px solid var(--line)', paddingTop: 8, marginTop: 6 }}>
        <Sum label={t('web.order.items')} value={money(order.itemsMinor, order.currency)} />
        <Sum
          label={<Delivery order={order} />}
          value={order.deliveryMinor === 0 ? t('web.order.free') : money(order.deliveryMinor, order.currency)}
        />
        <div className="row" style={{ font: '600 16px/24px var(--font)', paddingTop: 4 }}>
          <span className="sp">{t('web.order.total')}</span>
          <span>{money(order.totalMinor, order.currency)}</span>
        </div>
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
