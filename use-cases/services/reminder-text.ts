import { BusinessError } from '#domain/errors.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { BookingWords } from '#use-cases/bookings/booking-words.ts';

export type ReminderVariable = { name: keyof BookingWords; title: Localized; sample: Localized };

const both = (ru: string, en: string): Localized => ({ ru, en });

/** What a text of the owner's may have filled in, with an example for the preview. */
export const reminderVariables: readonly ReminderVariable[] = [
  { name: 'name', title: both('имя клиента', 'name of the client'), sample: both('Анна', 'Anna') },
  { name: 'service', title: both('услуга', 'service'), sample: both('Маникюр', 'Manicure') },
  { name: 'staff', title: both('к кому', 'with whom'), sample: both('Дина', 'Dina') },
  { name: 'when', title: both('когда', 'when'), sample: both('сб 21 нояб., 13:50', 'Sat 21 Nov, 13:50') },
  { name: 'place', title: both('где', 'where'), sample: both('Студия, ул. Баумана, 12', 'Studio, 12 Baumana St') },
  { name: 'price', title: both('цена', 'price'), sample: both('1 800 ₽', '1,800 ₽') },
  { name: 'number', title: both('номер записи', 'number of the booking'), sample: both('1042', '1042') },
];

const MOST_TEXT = 1_000;

/**
 * A reminder's own text in both languages; who wrote one gets it in both. Plain: signs such as < are said as they are.
 * @throws BusinessError `text_empty`, `text_too_long`, `variable_unknown`, `brace_alone`, with the path.
 */
export function checkedReminderText(text: Localized, path: string): Localized {
  const ru = text.ru.trim() || text.en.trim();
  const en = text.en.trim() || text.ru.trim();
  for (const [language, words] of Object.entries({ ru, en })) checkWords(words, `${path}.${language}`);
  return { ru, en };
}

function checkWords(words: string, path: string): void {
  if (words === '') throw new BusinessError('text_empty', { path });
  if (words.length > MOST_TEXT) throw new BusinessError('text_too_long', { path, max: MOST_TEXT });
  const names: readonly string[] = reminderVariables.map(({ name }) => name);
  const stranger = [...words.matchAll(/\{([^{}]*)\}/g)].find(([, name = '']) => !names.includes(name));
  if (stranger)
    throw new BusinessError('variable_unknown', {
      path,
      name: stranger[0],
      known: names.map((name) => `{${name}}`).join(', '),
    });
  if (/[{}]/.test(words.replaceAll(/\{\w+\}/g, '')))
    throw new BusinessError('brace_alone', { path, example: '{name}' });
}
