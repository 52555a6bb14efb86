import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { OrderInList } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { OrderBadge } from '../../components/badges.tsx';
import { useWords } from '../../words.tsx';
import { OrderNote } from './order-note.tsx';

export function OrderTable({
  orders,
  openId,
  onOpen,
  query,
  more,
}: {
  orders: OrderInList[];
  openId: string | undefined;
  onOpen: (id: string) => void;
  query: string;
  more: (() => void) | undefined;
}) {
  const { t, when, at, money } = useWords();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('web.nav.orders')}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col" style={{ width: 80 }}>
              {t('web.orders.number')}
            </th>
            <th scope="col" style={{ width: 110 }}>
              {t('web.orders.when')}
            </th>
            <th scope="col">{t('web.orders.client')}</th>
            <th scope="col">{t('web.orders.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('web.orders.note')}</span>
            </th>
            <th scope="col" className="num">
              {t('web.orders.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr
              key={order.id}
              className={`press ${order.id === openId ? 'on' : ''}`}
              aria-selected={order.id === openId}
              onClick={() => onOpen(order.id)}
            >
              <td>
                <Link
                  className="first"
                  to={{ pathname: `/orders/${order.id}`, search: query }}
                  onClick={(event) => event.stopPropagation()}
                >
                  {order.number}
                </Link>
              </td>
              <td className="t3 nw" title={at(order.createdAt)}>
                {when(order.createdAt)}
              </td>
              <td>
                <span className="row">
                  <Avatar name={order.customerName} size="sm" />
                  <span className="cut">{order.customerName}</span>
                </span>
              </td>
              <td>
                <OrderBadge badge={order.badge} />
              </td>
              <td className="s t3">
                <OrderNote order={order} />
              </td>
              <td className="num">{money(order.totalMinor, order.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && (
        <div style={{ padding: 16, textAlign: 'center' }}>
          <Button variant="default" onClick={more}>
            {t('web.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
