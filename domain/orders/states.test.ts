import { describe, expect, it } from '@jest/globals';
import {
  canMovePayment,
  orderBadge,
  orderTransition,
  orderTransitions,
  paymentTransitions,
  transitionsFor,
  type OrderState,
  type PaymentState,
} from './states.ts';

const states: OrderState[] = ['new', 'paid', 'processing', 'shipped', 'delivered', 'completed', 'cancelled'];
const payments: PaymentState[] = ['awaiting', 'paid', 'expired', 'refund_due', 'refunded'];

describe('an order', () => {
  const allowed: Record<OrderState, OrderState[]> = {
    new: ['paid', 'cancelled'],
    paid: ['processing', 'cancelled'],
    processing: ['paid', 'shipped', 'cancelled'],
    shipped: ['processing', 'delivered', 'cancelled'],
    delivered: ['shipped', 'completed', 'cancelled'],
    completed: ['delivered'],
    cancelled: ['paid'],
  };
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))(
    'from %s to %s goes only as the table says',
    (from, to) => {
      expect(orderTransition(from, to) !== undefined).toBe(allowed[from].includes(to));
    },
  );

  it('comes back from cancelled by late money alone', () => {
    expect(orderTransition('cancelled', 'paid')?.who).toEqual(['process']);
    for (const role of ['owner', 'manager', 'master'] as const) expect(transitionsFor('cancelled', role)).toEqual([]);
  });

  it('is moved by no master', () => {
    for (const state of states) expect(transitionsFor(state, 'master')).toEqual([]);
  });

  it('gives money and pieces back whenever a paid one is cancelled', () => {
    for (const transition of orderTransitions.filter((one) => one.to === 'cancelled' && one.from !== 'new')) {
      expect(transition.effects).toEqual(expect.arrayContaining(['return_to_stock', 'refund_money', 'tell_client']));
    }
    expect(orderTransition('new', 'cancelled')?.effects).toEqual(['release_stock', 'tell_client']);
  });

  it('says nothing to the client when it is moved back', () => {
    for (const transition of orderTransitions.filter((one) => one.direction === 'back'))
      expect(transition.effects).toEqual([]);
  });
});

describe('a payment', () => {
  it('that waits is decided once: paid or expired', () => {
    expect(paymentTransitions.filter((one) => one.from === 'awaiting').map((one) => one.to)).toEqual([
      'paid',
      'expired',
      'expired',
    ]);
    for (const from of payments.filter((one) => one !== 'awaiting'))
      expect(canMovePayment(from, 'awaiting')).toBe(false);
  });
});

describe('the badge', () => {
  it.each([
    ['new', 'awaiting', 'courier', 'awaiting_payment'],
    ['paid', 'paid', 'courier', 'paid'],
    ['processing', 'paid', 'courier', 'packing'],
    ['shipped', 'paid', 'courier', 'on_the_way'],
    ['shipped', 'paid', 'pickup', 'ready_for_pickup'],
    ['delivered', 'paid', 'pickup', 'done'],
    ['completed', 'paid', 'pickup', 'done'],
    ['cancelled', 'expired', 'pickup', 'cancelled'],
    ['cancelled', 'refund_due', 'pickup', 'refund_due'],
    ['cancelled', 'refunded', 'pickup', 'cancelled'],
  ] as const)('of an order that is %s with its payment %s by %s is %s', (state, paymentState, deliveryKind, badge) => {
    expect(orderBadge({ state, paymentState, deliveryKind })).toBe(badge);
  });
});
