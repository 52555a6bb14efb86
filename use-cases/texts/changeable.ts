import type { TextKey } from '#texts/index.ts';

/**
 * What a text becomes: `message` stands alone, `line` is a part of one, both may be formatted; `button`, `notice` (the
 * line that fades after a press, or a short answer) and `word` (put into other texts) are plain.
 */
export type TextKind = 'message' | 'line' | 'button' | 'notice' | 'word';

/** How many characters a person may see of each, variables at their longest not counted. */
export const limits: Readonly<Record<TextKind, number>> = {
  message: 4_096,
  line: 400,
  button: 64,
  notice: 200,
  word: 64,
};

type Group = Partial<Record<TextKind, readonly TextKey[]>>;

/** Every text that a client reads and a business may say in its own words, in the order in which one meets them. */
export const groups = {
  greeting: {
    message: [
      'start.hello',
      'start.again',
      'language.ask',
      'language.repeat',
      'consent.ask',
      'help.text',
      'help.hours',
      'command.unknown',
    ],
    notice: ['language.set', 'consent.said_yes', 'consent.said_no'],
    button: ['menu.catalog', 'menu.cart', 'menu.cart_count', 'menu.orders', 'menu.help', 'consent.yes', 'consent.no'],
  },
  settings: {
    message: ['start.stopped', 'stop.done', 'stop.already', 'stop.resumed', 'settings.text'],
    word: ['settings.news_on', 'settings.news_off', 'settings.messages_on', 'settings.messages_stopped'],
    button: [
      'settings.news_turn_on',
      'settings.news_turn_off',
      'settings.stop_button',
      'settings.language_button',
      'stop.resume_button',
    ],
  },
  catalog: {
    message: ['catalog.title', 'catalog.empty', 'catalog.category'],
    line: ['product.variant_left', 'product.choose'],
    notice: ['product.sold_out', 'product.added', 'product.gone', 'catalog.category_gone'],
    button: [
      'catalog.open',
      'catalog.back',
      'catalog.item',
      'catalog.item_from',
      'catalog.item_sold_out',
      'product.variant_button',
      'product.variant_sold_out',
      'product.category_button',
      'page.previous',
      'page.next',
      'page.position',
    ],
  },
  cart: {
    message: ['cart.empty', 'cart.clear_ask', 'cart.quantity_ask'],
    line: ['cart.title', 'cart.line', 'cart.line_gone', 'cart.line_short', 'cart.line_price', 'cart.total'],
    word: ['cart.count'],
    notice: [
      'cart.removed',
      'cart.cleared',
      'cart.fixed',
      'cart.quantity_set',
      'cart.quantity_not_number',
      'cart.quantity_negative',
      'cart.quantity_huge',
      'cart.not_there',
      'error.not_enough_stock',
      'error.variant_unavailable',
      'error.cart_full',
    ],
    button: [
      'cart.button',
      'cart.checkout',
      'cart.pieces',
      'cart.remove',
      'cart.clear',
      'cart.clear_yes',
      'cart.clear_no',
      'cart.fix',
    ],
  },
  checkout: {
    message: [
      'checkout.name_ask',
      'checkout.name_invalid',
      'checkout.phone_ask',
      'checkout.phone_invalid',
      'checkout.phone_foreign',
      'checkout.phone_saved',
      'checkout.delivery_ask',
      'checkout.day_ask',
      'checkout.slot_ask',
      'checkout.slot_none',
      'checkout.address_ask',
      'checkout.address_invalid',
      'checkout.comment_ask',
      'checkout.comment_invalid',
      'checkout.placed',
    ],
    line: [
      'checkout.summary',
      'checkout.summary_name',
      'checkout.summary_phone',
      'checkout.summary_pickup',
      'checkout.summary_courier',
      'checkout.summary_comment',
      'checkout.summary_no_comment',
      'checkout.summary_fee',
      'checkout.change_hint',
      'checkout.price_changed',
      'checkout.price_line',
      'checkout.price_ask',
      'checkout.sold_out',
      'checkout.sold_out_line',
      'checkout.sold_out_gone',
      'checkout.sold_out_ask',
    ],
    notice: [
      'checkout.slot_past',
      'checkout.cancelled',
      'checkout.button_needed',
      'checkout.other_step',
      'checkout.left',
      'checkout.cart_changed',
      'checkout.placed_already',
      'error.cart_empty',
    ],
    button: [
      'checkout.phone_share',
      'checkout.delivery_pickup',
      'checkout.delivery_courier',
      'checkout.slot',
      'checkout.other_day',
      'checkout.other_delivery',
      'checkout.skip',
      'checkout.change_name',
      'checkout.change_phone',
      'checkout.change_delivery',
      'checkout.change_comment',
      'checkout.change_cart',
      'checkout.confirm',
      'checkout.cancel',
      'checkout.keep',
      'checkout.price_accept',
      'checkout.price_refuse',
    ],
  },
  payment: {
    message: [
      'msg.payment_link',
      'msg.link_trouble',
      'msg.order_paid',
      'msg.order_paid_late',
      'msg.payment_declined',
      'msg.order_expired',
      'msg.late_refund',
      'msg.refunded',
      'msg.refunded_by_hand',
    ],
    word: [
      'msg.payment_declined_reason.insufficient_funds',
      'msg.payment_declined_reason.3d_secure_failed',
      'msg.payment_declined_reason.card_expired',
      'msg.payment_declined_reason.expired_on_confirmation',
      'msg.payment_declined_reason.fraud_suspected',
      'msg.payment_declined_reason.general_decline',
      'msg.payment_declined_reason.invalid_card_number',
      'msg.payment_declined_reason.payment_method_limit_exceeded',
      'msg.payment_declined_reason.other',
    ],
    notice: ['orders.retry_started', 'orders.retry_open', 'orders.retry_closed', 'orders.link_soon'],
    button: ['msg.pay_button', 'msg.retry_button', 'orders.pay', 'orders.retry'],
  },
  orders: {
    message: [
      'orders.title',
      'orders.empty',
      'msg.order_processing',
      'msg.order_cancelled',
      'msg.order_cancelled_refund',
      'msg.order_cancelled_refund_by_hand',
    ],
    line: ['orders.card', 'orders.line', 'orders.total', 'orders.pay_until', 'orders.cancel_reason'],
    word: [
      'badge.awaiting_payment',
      'badge.new',
      'badge.paid',
      'badge.packing',
      'badge.on_the_way',
      'badge.ready_for_pickup',
      'badge.done',
      'badge.cancelled',
      'badge.refund_due',
    ],
    notice: ['orders.not_yours'],
    button: ['orders.item', 'orders.all'],
  },
  delivery: {
    message: ['msg.order_shipped_courier', 'msg.order_shipped_pickup', 'msg.order_delivered'],
  },
  talk: {
    message: ['free_text.passed', 'free_text.not_text', 'update.apology'],
    notice: ['button.old', 'button.unknown', 'button.not_yours', 'button.pressed', 'button.pressed_again'],
  },
} as const satisfies Record<string, Group>;

export type TextGroup = keyof typeof groups;
export type Changeable = { key: TextKey; group: TextGroup; kind: TextKind };

export const changeable: readonly Changeable[] = (Object.entries(groups) as [TextGroup, Group][]).flatMap(
  ([group, kinds]) =>
    (Object.entries(kinds) as [TextKind, readonly TextKey[]][]).flatMap(([kind, keys]) =>
      keys.map((key) => ({ key, group, kind })),
    ),
);

const byKey = new Map<string, Changeable>(changeable.map((one) => [one.key, one]));
export const changeableOf = (key: string): Changeable | undefined => byKey.get(key);

/** The keys of the keyboard in place of the letters: what a client sends by pressing one must stay recognisable. */
export const menuKeys = [
  'menu.catalog',
  'menu.cart',
  'menu.cart_count',
  'menu.orders',
  'menu.help',
  'checkout.cancel',
] as const;
