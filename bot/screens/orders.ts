import type { OrderBadge } from '#domain/orders/states.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import { dateTime } from '#texts/index.ts';
import type { OwnOrder } from '#use-cases/orders/list-own-orders.ts';
import type { OwnOrderCard } from '#use-cases/orders/read-own-order.ts';
import { button, escape, lineName, price, short, words, type Reader, type Screen } from './screen.ts';
import { deliveryText } from './summary.ts';

export const badgeWords = (reader: Reader, badge: OrderBadge): string => words(reader, `badge.${badge}`);

export function ordersScreen(
  reader: Reader,
  page: { orders: readonly OwnOrder[]; page: number; more: boolean },
): Screen {
  if (page.orders.length === 0 && page.page === 1) {
    return {
      text: words(reader, 'orders.empty'),
      keyboard: [[button(words(reader, 'catalog.open'), { do: 'categories' })]],
    };
  }
  const turns = [
    ...(page.page > 1 ? [button(words(reader, 'page.previous'), { do: 'orders', page: page.page - 1 })] : []),
    ...(page.more ? [button(words(reader, 'page.next'), { do: 'orders', page: page.page + 1 })] : []),
  ];
  return {
    text: words(reader, 'orders.title'),
    keyboard: [
      ...page.orders.map((order) => [
        button(
          words(reader, 'orders.item', {
            number: order.number,
            total: price(reader, order.totalMinor),
            state: badgeWords(reader, order.badge),
          }),
          { do: 'order', orderId: order.id },
        ),
      ]),
      ...(turns.length > 0 ? [turns] : []),
    ],
  };
}

export function orderScreen(reader: Reader, order: OwnOrderCard, pickupAddress: Localized): Screen {
  const date = dateTime(reader.language, order.createdAt, reader.zone);
  const { payment } = order;
  return {
    text: [
      words(reader, 'orders.card', { number: order.number, state: badgeWords(reader, order.badge), date }),
      ...(order.cancelReason ? [words(reader, 'orders.cancel_reason', { reason: escape(order.cancelReason) })] : []),
      '',
      ...order.lines.map((line) =>
        words(reader, 'orders.line', {
          name: escape(short(lineName(line, reader), 80)),
          quantity: line.quantity,
          sum: price(reader, line.quantity * line.priceMinor),
        }),
      ),
      ...(order.deliveryMinor > 0
        ? [words(reader, 'checkout.summary_fee', { fee: price(reader, order.deliveryMinor) })]
        : []),
      words(reader, 'orders.total', { total: price(reader, order.totalMinor) }),
      '',
      deliveryText(reader, order.delivery, pickupAddress),
      ...(order.comment ? [words(reader, 'checkout.summary_comment', { comment: escape(order.comment) })] : []),
      ...(payment.state === 'closed'
        ? []
        : [
            '',
            words(reader, 'orders.pay_until', {
              deadline: dateTime(reader.language, payment.deadlineAt, reader.zone, 'time'),
            }),
          ]),
      ...(payment.state === 'link_soon' ? [words(reader, 'orders.link_soon')] : []),
    ].join('\n'),
    keyboard: [
      ...(payment.state === 'link'
        ? [[{ text: words(reader, 'orders.pay', { total: price(reader, order.totalMinor) }), url: payment.url }]]
        : []),
      ...(payment.state === 'retry'
        ? [[button(words(reader, 'orders.retry'), { do: 'retry_payment', orderId: order.id })]]
        : []),
      [button(words(reader, 'orders.all'), { do: 'orders', page: 1 })],
    ],
  };
}
