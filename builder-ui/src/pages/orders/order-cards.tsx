import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { api, taken, type OrderInList } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { OrderBadge } from '../../components/badges.tsx';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { actionIcons, actionKey } from './order-actions.tsx';
import { OrderNote } from './order-note.tsx';

/** The list on a phone: a card each, with one main action. */
export function OrderCards({
  orders,
  onOpen,
  more,
}: {
  orders: OrderInList[];
  onOpen: (id: string) => void;
  more: (() => void) | undefined;
}) {
  const { t } = useWords();
  return (
    <div style={{ overflow: 'auto', padding: '0 16px 16px', display: 'flex', flexDirection: 'column', gap: 12 }}>
      {orders.map((order) => (
        <OrderCard key={order.id} order={order} onOpen={() => onOpen(order.id)} />
      ))}
      {more && (
        <Button variant="default" size="md" onClick={more}>
          {t('web.more')}
        </Button>
      )}
    </div>
  );
}

function OrderCard({ order, onOpen }: { order: OrderInList; onOpen: () => void }) {
  const { t, when, money, pick } = useWords();
  const move = useAction(
    (to: OrderInList['state']) =>
      taken(
        api.POST('/api/orders/{id}/move', {
          params: { path: { id: order.id } },
          body: { to, revision: order.revision },
        }),
      ),
    {
      touches: ['orders', 'order', 'me'],
    },
  );
  const next = order.next && order.badge !== 'refund_due' ? order.next : null;
  const Sign = next ? actionIcons[next.to] : IconArrowRight;
  return (
    <article className="card" style={{ padding: 14, borderRadius: 'var(--r-lg)' }}>
      <button type="button" className="plain" style={{ width: '100%' }} onClick={onOpen}>
        <span className="row g12">
          <Avatar name={order.customerName} />
          <span className="sp col">
            <span className="cut" style={{ fontWeight: 500 }}>
              {order.customerName}
            </span>
            <span className="s t3">
              {order.number}, {when(order.createdAt)}
            </span>
          </span>
          <b style={{ fontSize: 16 }}>{money(order.totalMinor, order.currency)}</b>
        </span>
        <span className="s t2" style={{ display: 'block', margin: '8px 0' }}>
          {order.lines
            .map((line) => `${pick(line.product)}${line.quantity > 1 ? ` × ${line.quantity}` : ''}`)
            .join(', ')}
        </span>
      </button>
      <div className="row">
        <OrderBadge badge={order.badge} />
        <span className="s t3 cut sp">
          <OrderNote order={order} />
        </span>
        {next ? (
          <Button
            h={40}
            leftSection={<Sign size={18} aria-hidden="true" />}
            variant={order.badge === 'paid' ? 'filled' : 'default'}
            loading={move.isPending}
            onClick={() => move.mutate(next.to)}
          >
            {t(actionKey(next.to, order.deliveryKind))}
          </Button>
        ) : (
          <Button h={40} variant="default" onClick={onOpen}>
            {t('web.open')}
          </Button>
        )}
      </div>
    </article>
  );
}
