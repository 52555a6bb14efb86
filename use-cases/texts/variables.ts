import { catalogues, type Language, type Plural, type TextKey } from '#texts/index.ts';

export type Entry = string | Plural;
export type TextVariable = { name: string; title: Record<Language, string>; sample: Record<Language, string> };

const both = (ru: string, en: string): Record<Language, string> => ({ ru, en });

/** What stands in the holes of the built-in texts, with an example for the preview. */
const known: Readonly<Record<string, Omit<TextVariable, 'name'>>> = {
  shop: { title: both('Название магазина', 'Name of the shop'), sample: both('Кедр', 'Kedr') },
  pieces: { title: both('Сколько штук', 'How many pieces'), sample: both('3', '3') },
  command: { title: both('Команда', 'The command'), sample: both('/price', '/price') },
  language: { title: both('Язык', 'The language'), sample: both('русский', 'English') },
  news: { title: both('Присылать ли новости', 'Whether news is sent'), sample: both('присылать', 'send') },
  messages: { title: both('Какие сообщения', 'Which messages'), sample: both('все', 'all') },
  name: { title: both('Название или имя', 'The name'), sample: both('Сыворотка, 30 мл', 'Serum, 30 ml') },
  price: { title: both('Цена', 'The price'), sample: both('1 240 ₽', '1,240 ₽') },
  page: { title: both('Номер страницы', 'The page'), sample: both('1', '1') },
  pages: { title: both('Всего страниц', 'Pages in all'), sample: both('3', '3') },
  left: { title: both('Сколько осталось', 'How many are left'), sample: both('4', '4') },
  quantity: { title: both('Количество', 'The quantity'), sample: both('2', '2') },
  sum: { title: both('Сумма строки', 'Sum of the line'), sample: both('2 480 ₽', '2,480 ₽') },
  total: { title: both('Сумма', 'The total'), sample: both('2 780 ₽', '2,780 ₽') },
  old: { title: both('Прежняя цена', 'The price before'), sample: both('1 190 ₽', '1,190 ₽') },
  new: { title: both('Новая цена', 'The new price'), sample: both('1 240 ₽', '1,240 ₽') },
  count: { title: both('Сколько', 'How many'), sample: both('3', '3') },
  max: { title: both('Наибольшее число', 'The largest number'), sample: both('99', '99') },
  phone: { title: both('Телефон', 'The phone number'), sample: both('+7 912 345-67-89', '+7 912 345-67-89') },
  fee: { title: both('Цена доставки', 'The delivery fee'), sample: both('300 ₽', '300 ₽') },
  address: { title: both('Адрес', 'The address'), sample: both('ул. Кедровая, 12', '12 Kedrovaya St') },
  day: { title: both('День', 'The day'), sample: both('сб 21 нояб.', 'Sat 21 Nov') },
  from: { title: both('С какого часа', 'From which hour'), sample: both('10', '10') },
  to: { title: both('До какого часа', 'Until which hour'), sample: both('12', '12') },
  slot: {
    title: both('День и время', 'Day and time'),
    sample: both('сб 21 нояб., 10:00–12:00', 'Sat 21 Nov, 10:00–12:00'),
  },
  comment: { title: both('Комментарий', 'The comment'), sample: both('позвоните за час', 'call an hour before') },
  number: { title: both('Номер заказа', 'Number of the order'), sample: both('1042', '1042') },
  deadline: { title: both('Крайний срок', 'The deadline'), sample: both('14:30', '14:30') },
  wanted: { title: both('Сколько хотели', 'How many were wanted'), sample: both('5', '5') },
  state: { title: both('Состояние заказа', 'State of the order'), sample: both('Оплачен', 'Paid') },
  date: { title: both('Дата', 'The date'), sample: both('сб 21 нояб., 13:50', 'Sat 21 Nov, 13:50') },
  reason: { title: both('Причина', 'The reason'), sample: both('нет в наличии', 'out of stock') },
  label: { title: both('Надпись на кнопке', 'Label of the button'), sample: both('Да', 'Yes') },
  service: { title: both('Услуги визита', 'Services of the visit'), sample: both('Маникюр', 'Manicure') },
  staff: { title: both('Мастер', 'Who gives it'), sample: both('Анна', 'Anna') },
  when: {
    title: both('День и время визита', 'Day and time of the visit'),
    sample: both('сб 21 нояб., 13:30', 'Sat 21 Nov, 13:30'),
  },
  before: {
    title: both('Прежнее время визита', 'The time before'),
    sample: both('пт 20 нояб., 12:00', 'Fri 20 Nov, 12:00'),
  },
  until: { title: both('До какого времени', 'Until when'), sample: both('пт 20 нояб., 13:30', 'Fri 20 Nov, 13:30') },
  time: { title: both('Время', 'The time'), sample: both('13:30', '13:30') },
  now: { title: both('Который там час', 'The time there'), sample: both('13:30', '13:30') },
  there: {
    title: both('Время по часам места', 'The time at the place'),
    sample: both('сб 21 нояб., 13:30', 'Sat 21 Nov, 13:30'),
  },
  here: { title: both('Время у клиента', 'The time at the client’s'), sample: both('15:30', '15:30') },
  place: { title: both('Место', 'The place'), sample: both('Салон, ул. Кедровая, 12', 'Salon, 12 Kedrovaya St') },
  duration: { title: both('Длительность', 'How long it takes'), sample: both('1 час 30 минут', '1 hour 30 minutes') },
  lines: {
    title: both('Строки с услугами', 'Lines with services'),
    sample: both('Маникюр: 2 000 ₽', 'Manicure: 2,000 ₽'),
  },
  addons: { title: both('Дополнения', 'What is added'), sample: both('дизайн', 'design') },
  hours: { title: both('Часы работы', 'Working hours'), sample: both('пн–пт 10:00–20:00', 'Mon–Fri 10:00–20:00') },
};

export const defaultOf = (language: Language, key: TextKey): Entry =>
  catalogues[language][key as keyof (typeof catalogues)['en']] as Entry;

export const formsOf = (entry: Entry): [form: string | undefined, text: string][] =>
  typeof entry === 'string'
    ? [[undefined, entry]]
    : Object.entries(entry).flatMap(([form, text]) => (text === undefined ? [] : [[form, text] as [string, string]]));

export const holesIn = (text: string): string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map((hole) => hole[1] ?? '');

/** The variables that a text may use: those of the built-in words, which is what the code fills in. */
export function variablesOf(key: TextKey): TextVariable[] {
  const names = new Set(formsOf(defaultOf('ru', key)).flatMap(([, text]) => holesIn(text)));
  return [...names].map((name) => ({
    name,
    ...(known[name] ?? { title: both(name, name), sample: both('…', '…') }),
  }));
}
