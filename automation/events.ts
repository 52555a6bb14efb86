import type { EventType } from '#domain/events.ts';
import type { Words } from './words.ts';

/** The events that chains can start on or wait for, with the words that owners read. */
export const eventWords: Readonly<Record<EventType, Words>> = {
  'contact.started': { ru: 'клиент открыл бота', en: 'a client opens the bot' },
  'contact.stopped': { ru: 'клиент остановил рассылки', en: 'a client stops messages' },
  'contact.resumed': { ru: 'клиент снова разрешил сообщения', en: 'a client allows messages again' },
  'contact.unreachable': { ru: 'бот заблокирован', en: 'the bot is blocked' },
  'contact.reachable': { ru: 'бот снова доступен', en: 'the bot can be reached again' },
  'contact.tagged': { ru: 'поставлена метка', en: 'a tag is added' },
  'chat.message': { ru: 'клиент написал', en: 'a client writes' },
  'chat.button': { ru: 'нажата кнопка', en: 'a button is pressed' },
  'order.placed': { ru: 'заказ оформлен', en: 'an order is placed' },
  'order.paid': { ru: 'заказ оплачен', en: 'an order is paid' },
  'order.moved': { ru: 'состояние заказа изменилось', en: 'an order moves on' },
  'order.cancelled': { ru: 'заказ отменён', en: 'an order is cancelled' },
  'payment.link_ready': { ru: 'ссылка на оплату готова', en: 'a payment link is ready' },
  'payment.declined': { ru: 'платёж не прошёл', en: 'a payment is declined' },
  'payment.refund_due': { ru: 'нужно вернуть деньги', en: 'a refund is due' },
  'payment.refunded': { ru: 'деньги возвращены', en: 'money is refunded' },
  'message.sent': { ru: 'сообщение отправлено', en: 'a message is sent' },
  'message.failed': { ru: 'сообщение не дошло', en: 'a message fails' },
};

export const eventTypes = Object.keys(eventWords) as [EventType, ...EventType[]];
