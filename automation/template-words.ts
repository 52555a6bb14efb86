import { fieldWords } from './field-words.ts';
import type { Language } from './words.ts';

/** A text as its owner reads it: what is filled in stands as its words in brackets, "[имя клиента]". */
export function templateWords(text: string, language: Language): string {
  return text.replaceAll(/\{\{-?\s*([\w.-]+)[^}]*\}\}/g, (hole, path: string) => {
    const words = fieldWords(path);
    return words ? `[${words[language].replace(/^the /, '')}]` : hole;
  });
}
