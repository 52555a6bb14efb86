import type { FieldNames } from './condition-words.ts';
import { fieldWords } from './field-words.ts';
import type { Language } from './words.ts';

/**
 * A text as its owner reads it: what is filled in stands as its words in brackets, "[имя клиента]". `names`: who knows
 * what earlier steps left behind; without them it stands by its own name. What nobody knows is left for the owner to see.
 */
export function templateWords(text: string, language: Language, names?: FieldNames): string {
  return text.replaceAll(/\{\{-?\s*([\w.-]+)[^}]*\}\}/g, (hole, path: string) => {
    const words = names?.(path) ?? fieldWords(path);
    if (words) return `[${words[language].replace(/^the /, '')}]`;
    return path.startsWith('steps.') ? `[${path.split('.').at(-1)}]` : hole;
  });
}
