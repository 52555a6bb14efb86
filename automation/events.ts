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
  'contact.untagged': { ru: 'снята метка', en: 'a tag is removed' },
  'contact.changed': { ru: 'данные клиента изменились', en: "a client's data change" },
  'chat.message': { ru: 'клиент написал', en: 'a client writes' },
  'chat.button': { ru: 'нажата кнопка', en: 'a button is pressed' },
  'cart.changed': { ru: 'корзина изменилась', en: 'a cart changes' },
  'order.placed': { ru: 'заказ оформлен', en: 'an order is placed' },
  'order.paid': { ru: 'заказ оплачен', en: 'an order is paid' },
  'order.moved': { ru: 'состояние заказа изменилось', en: 'an order moves on' },
  'order.cancelled': { ru: 'заказ отменён', en: 'an order is cancelled' },
  'order.pickup_moved': { ru: 'время выдачи заказа изменилось', en: 'the pick-up time of an order changes' },
  'payment.link_ready': { ru: 'ссылка на оплату готова', en: 'a payment link is ready' },
  'payment.declined': { ru: 'платёж не прошёл', en: 'a payment is declined' },
  'payment.refund_due': { ru: 'нужно вернуть деньги', en: 'a refund is due' },
  'payment.refunded': { ru: 'деньги возвращены', en: 'money is refunded' },
  'message.sent': { ru: 'сообщение отправлено', en: 'a message is sent' },
  'message.failed': { ru: 'сообщение не дошло', en: 'a message fails' },
  'webhook.received': { ru: 'пришёл запрос на адрес автоматизации', en: 'a request comes to the automation’s address' },
  'automation.started': { ru: 'автоматизация запущена вручную', en: 'the automation is started by hand' },
  'automation.finished': { ru: 'вложенная автоматизация закончилась', en: 'a nested automation ends' },
  'automation.goal': { ru: 'цель автоматизации достигнута', en: 'a goal of an automation is reached' },
  'date.reached': { ru: 'настала дата', en: 'a date comes' },
  'schedule.due': { ru: 'подошло время по расписанию', en: 'a scheduled time comes' },
  'task.created': { ru: 'поставлена задача сотруднику', en: 'a task for staff is made' },
  'task.done': { ru: 'задача сотрудника выполнена', en: 'a task for staff is done' },
};

export const eventTypes = Object.keys(eventWords) as [EventType, ...EventType[]];
