import { durationWords } from '#automation/words.ts';
import type { Words } from '../../../words.tsx';
import type { Plan } from './landing.ts';

/** What was computed of a version, as one sentence: "One client gets at most 4 messages, at most 2 in a day; …". */
export function figureWords(
  figures: NonNullable<Plan['figures']>,
  { t, language }: Pick<Words, 't' | 'language'>,
): string {
  const { messagesPerEntry, messagesPerDay, longestStay } = figures;
  const stay =
    longestStay === null
      ? t('web.watch.figure_stay_any')
      : /[1-9]/.test(longestStay)
        ? t('web.watch.figure_stay', { length: durationWords(longestStay, language, 'genitive') })
        : t('web.watch.figure_stay_none');
  if (messagesPerEntry === 0) return `${capital(t('web.watch.figure_no_messages'))}; ${stay}.`;
  const all =
    messagesPerEntry === null
      ? t('web.watch.figure_any_messages')
      : t('web.watch.figure_messages', { count: messagesPerEntry });
  const day =
    messagesPerDay === null ? t('web.watch.figure_day_any') : t('web.watch.figure_day', { count: messagesPerDay });
  return `${capital(all)}, ${day}; ${stay}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
