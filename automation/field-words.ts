import type { EventData, EventType } from '#domain/events.ts';
import type { Facts } from './facts.ts';
import type { Words } from './words.ts';

/** What an owner calls a field. The gender is of the Russian words: «сумма равна», «число равно». */
export type FieldWords = Words & {
  gender?: 'm' | 'f' | 'n' | 'many' | undefined;
  kind?: 'money' | 'tags' | undefined;
  /** The values that have words of their own. */
  values?: Readonly<Record<string, Words>> | undefined;
  /** A field that is yes or no reads as one of these. */
  yes?: Words | undefined;
  no?: Words | undefined;
};

/** The owner's words for a path of `valuesFor`; undefined when it is not known. `event`: what `trigger` is about. */
export function fieldWords(path: string, event?: EventType): FieldWords | undefined {
  const [root = '', name = '', third] = path.split('.');
  if (root === 'steps') return third === undefined ? undefined : atStep(name, third);
  if (root === 'vars') return name === '' ? undefined : { ru: name, en: name };
  if (root === 'contact' && name === 'fields') return third === undefined ? undefined : { ru: third, en: third };
  if (root === 'trigger' && name === 'body') return { ...webhookBody, ru: path.slice(8), en: path.slice(8) };
  if (third !== undefined) return undefined;
  if (root === 'trigger') return ofEvent(name, event);
  const fields = roots[root];
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

type Names<T> = T extends unknown ? (string extends keyof T ? never : keyof T & string) : never;
type EventField = Names<EventData[EventType]>;

const bookingSources = {
  bot: { ru: 'клиент в боте', en: 'the client in the bot' },
  staff: { ru: 'сотрудник', en: 'staff' },
  automation: { ru: 'цепочка', en: 'an automation' },
};
const languages = { ru: { ru: 'русский', en: 'Russian' }, en: { ru: 'английский', en: 'English' } };
const orderStates = {
  new: { ru: 'новый', en: 'new' },
  paid: { ru: 'оплачен', en: 'paid' },
  processing: { ru: 'собираем', en: 'being packed' },
  shipped: { ru: 'в пути', en: 'on the way' },
  delivered: { ru: 'у клиента', en: 'delivered' },
  completed: { ru: 'выполнен', en: 'completed' },
  cancelled: { ru: 'отменён', en: 'cancelled' },
};
const messageClasses = {
  screen: { ru: 'экран бота', en: 'a screen of the bot' },
  receipt: { ru: 'чек', en: 'a receipt' },
  reply: { ru: 'ответ сотрудника', en: 'an answer of staff' },
  staff: { ru: 'сообщение сотрудникам', en: 'a message to staff' },
  service: { ru: 'сообщение о заказе', en: 'a service message' },
  marketing: { ru: 'новости', en: 'news' },
};

const contact: Readonly<Record<keyof Facts['contact'], FieldWords>> = {
  id: { ru: 'код клиента', en: 'the code of the client', gender: 'm' },
  name: { ru: 'имя клиента', en: "the client's name", gender: 'n' },
  firstName: { ru: 'имя клиента без фамилии', en: "the client's first name", gender: 'n' },
  language: { ru: 'язык клиента', en: "the client's language", gender: 'm', values: languages },
  phone: { ru: 'телефон клиента', en: "the client's phone", gender: 'm' },
  tags: { ru: 'метки клиента', en: "the client's tags", gender: 'many', kind: 'tags' },
  ordersPaid: { ru: 'число оплаченных заказов', en: 'the number of paid orders', gender: 'n' },
  email: { ru: 'почта клиента', en: "the client's e-mail", gender: 'f' },
  timeZone: { ru: 'часовой пояс клиента', en: "the client's time zone", gender: 'm' },
  birthday: { ru: 'день рождения клиента', en: "the client's birthday", gender: 'm' },
  note: { ru: 'заметка о клиенте', en: 'the note on the client', gender: 'f' },
  consent: {
    ru: 'согласие на новости',
    en: 'agreement to news',
    yes: { ru: 'клиент согласен на новости', en: 'the client agrees to news' },
    no: { ru: 'клиент не согласен на новости', en: 'the client does not agree to news' },
  },
  since: { ru: 'первое знакомство с клиентом', en: 'when the client first came', gender: 'n' },
  lastOrderAt: { ru: 'последний оплаченный заказ', en: 'the last paid order', gender: 'm' },
  fields: { ru: 'свои поля', en: 'fields of your own', gender: 'many' },
  spentMinor: { ru: 'сумма всех покупок', en: 'the total of all purchases', gender: 'f', kind: 'money' },
};

const order: Readonly<Record<keyof NonNullable<Facts['order']>, FieldWords>> = {
  number: { ru: 'номер заказа', en: 'the order number', gender: 'm' },
  totalMinor: { ru: 'сумма заказа', en: 'the order total', gender: 'f', kind: 'money' },
  state: { ru: 'состояние заказа', en: 'the state of the order', gender: 'n', values: orderStates },
  deliveryKind: {
    ru: 'способ получения',
    en: 'the way of delivery',
    gender: 'm',
    values: { courier: { ru: 'курьер', en: 'courier' }, pickup: { ru: 'самовывоз', en: 'pick-up' } },
  },
  pickupAt: { ru: 'время выдачи заказа', en: 'the pick-up time', gender: 'n' },
  placedAt: { ru: 'время оформления заказа', en: 'when the order was placed', gender: 'n' },
  paidAt: { ru: 'время оплаты заказа', en: 'when the order was paid', gender: 'n' },
  deliveredAt: { ru: 'время доставки заказа', en: 'when the order was delivered', gender: 'n' },
};

const bookingStates = {
  new: { ru: 'новая', en: 'new' },
  confirmed: { ru: 'подтверждена', en: 'confirmed' },
  arrived: { ru: 'клиент на месте', en: 'arrived' },
  done: { ru: 'готово', en: 'done' },
  no_show: { ru: 'неявка', en: 'no-show' },
  cancelled: { ru: 'отменена', en: 'cancelled' },
};
const bookingFormats = { online: { ru: 'онлайн', en: 'online' }, place: { ru: 'на месте', en: 'at the place' } };

const booking: Readonly<Record<keyof NonNullable<Facts['booking']>, FieldWords>> = {
  number: { ru: 'номер записи', en: 'the number of the booking', gender: 'm' },
  service: { ru: 'услуга записи', en: 'the service that is booked', gender: 'f' },
  staff: { ru: 'мастер записи', en: 'who gives the visit', gender: 'm' },
  place: { ru: 'место визита', en: 'the place of the visit', gender: 'n' },
  state: { ru: 'состояние записи', en: 'the state of the booking', gender: 'n', values: bookingStates },
  startsAt: { ru: 'начало визита', en: 'the beginning of the visit', gender: 'n' },
  endsAt: { ru: 'конец визита', en: 'the end of the visit', gender: 'm' },
  madeAt: { ru: 'время, когда записали', en: 'when the booking was made', gender: 'n' },
  priceMinor: { ru: 'цена визита', en: 'the price of the visit', gender: 'f', kind: 'money' },
  finalMinor: { ru: 'итоговая цена визита', en: 'the final price of the visit', gender: 'f', kind: 'money' },
  format: { ru: 'формат визита', en: 'the format of the visit', gender: 'm', values: bookingFormats },
  answered: {
    ru: 'ответ клиента',
    en: "the client's answer",
    yes: { ru: 'клиент ответил, что придёт', en: 'the client says that they are coming' },
    no: { ru: 'клиент ещё не ответил', en: 'the client has not answered yet' },
  },
};

const webhookBody: FieldWords = { ru: 'тело запроса', en: 'the body of the request', gender: 'n' };

const business: Readonly<Record<keyof Facts['business'], FieldWords>> = {
  name: { ru: 'название магазина', en: 'the name of the shop', gender: 'n' },
  currency: { ru: 'валюта', en: 'the currency', gender: 'f' },
  timeZone: { ru: 'часовой пояс', en: 'the time zone', gender: 'm' },
};

/** Every field of every event's data: a new one does not compile without its words. */
const eventFields: Readonly<Record<EventField, FieldWords>> = {
  payload: { ru: 'метка ссылки на бота', en: 'the mark of the link to the bot', gender: 'f' },
  first: {
    ru: 'первый раз',
    en: 'the first time',
    yes: { ru: 'это первый раз', en: 'it is the first time' },
    no: { ru: 'это не первый раз', en: 'it is not the first time' },
  },
  tag: { ru: 'метка', en: 'the tag', gender: 'f' },
  text: { ru: 'текст сообщения', en: 'the text of the message', gender: 'm' },
  field: { ru: 'поле', en: 'the field', gender: 'n' },
  value: { ru: 'новое значение', en: 'the new value', gender: 'n' },
  pickupAt: order.pickupAt,
  automationId: { ru: 'код цепочки', en: 'the code of the automation', gender: 'm' },
  body: webhookBody,
  by: { ru: 'кто запустил', en: 'who started it', gender: 'm' },
  parentRunId: { ru: 'код внешнего прохождения', en: 'the code of the outer run', gender: 'm' },
  outcome: { ru: 'исход', en: 'the outcome', gender: 'm' },
  goal: { ru: 'цель', en: 'the goal', gender: 'f' },
  date: { ru: 'день', en: 'the day', gender: 'm' },
  taskId: { ru: 'код задачи', en: 'the code of the task', gender: 'm' },
  title: { ru: 'название задачи', en: 'the title of the task', gender: 'n' },
  messageId: { ru: 'код сообщения', en: 'the code of the message', gender: 'm' },
  runId: { ru: 'код прохождения', en: 'the code of the run', gender: 'm' },
  nodeId: { ru: 'шаг', en: 'the step', gender: 'm' },
  button: { ru: 'ответ', en: 'the answer', gender: 'm' },
  orderId: { ru: 'код заказа', en: 'the code of the order', gender: 'm' },
  number: order.number,
  totalMinor: order.totalMinor,
  currency: business.currency,
  pieces: { ru: 'число товаров в заказе', en: 'the number of items in the order', gender: 'n' },
  late: {
    ru: 'оплата после срока',
    en: 'late payment',
    yes: { ru: 'оплата пришла после срока', en: 'it is paid after the deadline' },
    no: { ru: 'оплата пришла в срок', en: 'it is paid in time' },
  },
  from: { ru: 'прежнее состояние заказа', en: 'the state before', gender: 'n', values: orderStates },
  to: { ru: 'новое состояние заказа', en: 'the new state', gender: 'n', values: orderStates },
  reason: { ru: 'причина', en: 'the reason', gender: 'f' },
  paymentId: { ru: 'код платежа', en: 'the code of the payment', gender: 'm' },
  attemptId: { ru: 'код попытки оплаты', en: 'the code of the payment attempt', gender: 'm' },
  amountMinor: { ru: 'сумма возврата', en: 'the amount of the refund', gender: 'f', kind: 'money' },
  class: { ru: 'вид сообщения', en: 'the kind of message', gender: 'm', values: messageClasses },
  bookingId: { ru: 'код записи', en: 'the code of the booking', gender: 'm' },
  serviceId: { ru: 'код услуги', en: 'the code of the service', gender: 'm' },
  staffId: { ru: 'код мастера', en: 'the code of the person', gender: 'm' },
  service: { ru: 'услуга', en: 'the service', gender: 'f' },
  staff: { ru: 'мастер', en: 'the person', gender: 'm' },
  startsAt: { ru: 'начало визита', en: 'the beginning of the visit', gender: 'n' },
  endsAt: { ru: 'конец визита', en: 'the end of the visit', gender: 'm' },
  priceMinor: { ru: 'цена визита', en: 'the price of the visit', gender: 'f', kind: 'money' },
  finalMinor: { ru: 'итоговая цена', en: 'the final price', gender: 'f', kind: 'money' },
  source: { ru: 'кто записал', en: 'who booked', gender: 'm', values: bookingSources },
};

/** By what an event is about. */
const firstOf: Readonly<Record<string, Pick<FieldWords, 'yes' | 'no'>>> = {
  contact: {
    yes: { ru: 'это первое открытие бота', en: 'it is the first time' },
    no: { ru: 'это не первое открытие бота', en: 'it is not the first time' },
  },
  order: {
    yes: { ru: 'это первый заказ', en: 'it is the first order' },
    no: { ru: 'это не первый заказ', en: 'it is not the first order' },
  },
  booking: {
    yes: { ru: 'это первая запись', en: 'it is the first booking' },
    no: { ru: 'это не первая запись', en: 'it is not the first booking' },
  },
};

const roots: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = { contact, order, booking, business };

function ofEvent(name: string, event: EventType | undefined): FieldWords | undefined {
  if (!Object.hasOwn(eventFields, name)) return undefined;
  const words = eventFields[name as EventField];
  if (name !== 'first' || event === undefined) return words;
  return { ...words, ...(firstOf[event.split('.')[0] ?? ''] ?? {}) };
}

/** What a step left behind is the data of the event that it waited for. */
function atStep(node: string, name: string): FieldWords | undefined {
  const words = ofEvent(name, undefined);
  if (!words) return undefined;
  const place = (text: Words): Words => ({ ru: `${text.ru} на шаге ${node}`, en: `${text.en} at step ${node}` });
  return {
    ...words,
    ...place(words),
    ...(words.yes && words.no ? { yes: place(words.yes), no: place(words.no) } : {}),
  };
}
