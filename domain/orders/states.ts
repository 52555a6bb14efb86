export type OrderState = 'new' | 'paid' | 'processing' | 'shipped' | 'delivered' | 'completed' | 'cancelled';
export type PaymentState = 'awaiting' | 'paid' | 'expired' | 'refund_due' | 'refunded';
export type StockState = 'held' | 'sold' | 'released';
export type Role = 'owner' | 'manager' | 'master';

/** What a transition does besides changing the state; each has words in texts/ (`effect.<code>`). */
export type OrderEffect =
  | 'take_from_stock'
  | 'return_to_stock'
  | 'release_stock'
  | 'apply_payment'
  | 'refund_money'
  /** Money that staff took themselves goes back by their own hand. */
  | 'refund_by_hand'
  | 'tell_client'
  | 'tell_staff'
  | 'finish';

export type OrderTransition = {
  from: OrderState;
  to: OrderState;
  direction: 'forward' | 'back' | 'cancel';
  /** Who may: roles of staff, or `process` alone (money decides, not a button). */
  who: readonly (Role | 'process')[];
  effects: readonly OrderEffect[];
};

const staff = ['owner', 'manager', 'process'] as const;

/** Every way an order can move. What is not here is refused. */
export const orderTransitions: readonly OrderTransition[] = [
  {
    from: 'new',
    to: 'paid',
    direction: 'forward',
    who: ['process', 'owner', 'manager'],
    effects: ['apply_payment', 'take_from_stock', 'tell_client', 'tell_staff'],
  },
  { from: 'new', to: 'cancelled', direction: 'cancel', who: staff, effects: ['release_stock', 'tell_client'] },
  // Only money that came after our deadline brings a cancelled order back.
  {
    from: 'cancelled',
    to: 'paid',
    direction: 'forward',
    who: ['process'],
    effects: ['apply_payment', 'take_from_stock', 'tell_client', 'tell_staff'],
  },
  { from: 'paid', to: 'processing', direction: 'forward', who: staff, effects: ['tell_client'] },
  { from: 'processing', to: 'paid', direction: 'back', who: staff, effects: [] },
  { from: 'processing', to: 'shipped', direction: 'forward', who: staff, effects: ['tell_client'] },
  { from: 'shipped', to: 'processing', direction: 'back', who: staff, effects: [] },
  { from: 'shipped', to: 'delivered', direction: 'forward', who: staff, effects: ['tell_client'] },
  { from: 'delivered', to: 'shipped', direction: 'back', who: staff, effects: [] },
  { from: 'delivered', to: 'completed', direction: 'forward', who: staff, effects: ['finish'] },
  { from: 'completed', to: 'delivered', direction: 'back', who: ['owner'], effects: [] },
  {
    from: 'paid',
    to: 'cancelled',
    direction: 'cancel',
    who: staff,
    effects: ['return_to_stock', 'refund_money', 'tell_client'],
  },
  {
    from: 'processing',
    to: 'cancelled',
    direction: 'cancel',
    who: staff,
    effects: ['return_to_stock', 'refund_money', 'tell_client'],
  },
  {
    from: 'shipped',
    to: 'cancelled',
    direction: 'cancel',
    who: ['owner', 'process'],
    effects: ['return_to_stock', 'refund_money', 'tell_client'],
  },
  {
    from: 'delivered',
    to: 'cancelled',
    direction: 'cancel',
    who: ['owner', 'process'],
    effects: ['return_to_stock', 'refund_money', 'tell_client'],
  },
];

export function orderTransition(from: OrderState, to: OrderState): OrderTransition | undefined {
  return orderTransitions.find((transition) => transition.from === from && transition.to === to);
}

/** What a person of this role can do with an order in this state, forward first. */
export function transitionsFor(state: OrderState, role: Role): OrderTransition[] {
  const rank = { forward: 0, back: 1, cancel: 2 };
  return orderTransitions
    .filter((transition) => transition.from === state && transition.who.includes(role))
    .sort((a, b) => rank[a.direction] - rank[b.direction]);
}

export type PaymentTransition = {
  from: PaymentState;
  to: PaymentState;
  by: 'settlement' | 'deadline' | 'cancel' | 'refund';
};

/** Every way a payment can move. `awaiting` is decided once: paid or expired. */
export const paymentTransitions: readonly PaymentTransition[] = [
  { from: 'awaiting', to: 'paid', by: 'settlement' },
  { from: 'awaiting', to: 'expired', by: 'deadline' },
  { from: 'awaiting', to: 'expired', by: 'cancel' },
  // Late money: applied when the stock can be held again, else due back.
  { from: 'expired', to: 'paid', by: 'settlement' },
  { from: 'expired', to: 'refund_due', by: 'settlement' },
  { from: 'paid', to: 'refund_due', by: 'cancel' },
  { from: 'refund_due', to: 'refunded', by: 'refund' },
  { from: 'refunded', to: 'refund_due', by: 'settlement' },
];

export function canMovePayment(from: PaymentState, to: PaymentState): boolean {
  return paymentTransitions.some((transition) => transition.from === from && transition.to === to);
}

/** The badge that a person sees (look.md), derived from both states and the way of delivery. */
export type OrderBadge =
  | 'awaiting_payment'
  | 'new'
  | 'paid'
  | 'packing'
  | 'on_the_way'
  | 'ready_for_pickup'
  | 'done'
  | 'cancelled'
  | 'refund_due';

export function orderBadge(order: {
  state: OrderState;
  paymentState: PaymentState;
  deliveryKind: 'pickup' | 'courier';
}): OrderBadge {
  if (order.paymentState === 'refund_due') return 'refund_due';
  switch (order.state) {
    case 'new':
      return order.paymentState === 'awaiting' ? 'awaiting_payment' : 'new';
    case 'paid':
      return 'paid';
    case 'processing':
      return 'packing';
    case 'shipped':
      return order.deliveryKind === 'pickup' ? 'ready_for_pickup' : 'on_the_way';
    case 'delivered':
    case 'completed':
      return 'done';
    case 'cancelled':
      return 'cancelled';
  }
}

export const badgesNeedingAction: readonly OrderBadge[] = ['paid', 'refund_due'];
