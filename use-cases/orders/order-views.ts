/** The filters above the list of orders, each a condition over `o` (order) and `p` (its payment). */
export const orderViews = {
  all: 'true',
  action: `(o.state = 'paid' or p.state = 'refund_due')`,
  awaiting: `(o.state = 'new' and p.state = 'awaiting')`,
  paid: `(o.state = 'paid' and p.state <> 'refund_due')`,
  packing: `(o.state = 'processing' and p.state <> 'refund_due')`,
  on_the_way: `(o.state = 'shipped' and p.state <> 'refund_due')`,
  done: `(o.state in ('delivered', 'completed') and p.state <> 'refund_due')`,
  cancelled: `(o.state = 'cancelled' and p.state <> 'refund_due')`,
  refund_due: `(p.state = 'refund_due')`,
} as const;

export type OrderView = keyof typeof orderViews;
export const orderViewNames = Object.keys(orderViews) as [OrderView, ...OrderView[]];
