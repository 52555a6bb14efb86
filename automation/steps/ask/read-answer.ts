import { fitContactField, isEmail, readDay } from '../../contact-values.ts';
import type { AskConfig } from './definition.ts';

/** What a client's words mean as an answer; undefined when they do not fit. */
export function readAnswer(config: AskConfig, said: string): string | number | undefined {
  const text = said.trim();
  switch (config.answer) {
    case 'text':
      return text === '' ? undefined : within(config, text.length) ? text.slice(0, 2_000) : undefined;
    case 'number':
      return numberIn(config, text);
    case 'rating': {
      const rating = Number(text);
      return Number.isInteger(rating) && rating >= 1 && rating <= 5 ? rating : undefined;
    }
    case 'phone': {
      const fit = fitContactField('phone', text);
      return text !== '' && fit.ok && typeof fit.value === 'string' ? fit.value : undefined;
    }
    case 'email':
      return isEmail(text) ? text.toLowerCase() : undefined;
    case 'date':
      return readDay(text);
    case 'choice': {
      const wanted = text.toLowerCase();
      return config.options.find(
        ({ id, label }) => id === text || label.ru.toLowerCase() === wanted || label.en.toLowerCase() === wanted,
      )?.id;
    }
  }
}

/** People write 1 500,50 as well as 1500.50. */
function numberIn(config: AskConfig, text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (!/^[+-]?\d+(\.\d+)?$/.test(plain)) return undefined;
  const number = Number(plain);
  return within(config, number) ? number : undefined;
}

const within = ({ min, max }: AskConfig, size: number): boolean =>
  (min === undefined || size >= min) && (max === undefined || size <= max);
