import type { FieldNames } from './condition-words.ts';
import { fieldWords } from './field-words.ts';
import type { Language } from './words.ts';

/**
 * A text as its owner reads it: what is filled in stands as its words in brackets, "[имя клиента]". `names`: who knows
 * what earlier steps left behind; what nobody knows stands by the last part of its name.
 */
export function templateWords(text: string, language: Language, names?: FieldNames): string {
  return text.replaceAll(/\{\{-?\s*([\w.-]+)[^}]*\}\}/g, (_hole, path: string) => {
    const words = names?.(path) ?? fieldWords(path);
    return `[${words ? words[language].replace(/^the /, '') : path.split('.').at(-1)}]`;
  });
}
