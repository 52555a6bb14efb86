import { templateWords } from '#automation/template-words.ts';
import { plainOfHtml } from '#automation/telegram-html.ts';
import { stepSentence, triggerSentence } from '#automation/sentence.ts';
import { TRIGGER, type Draft } from './draft.ts';

/** Steps and notes whose words hold a text: their name, what they read as, and every text inside, in both languages. */
export function find(draft: Draft, text: string, language: 'ru' | 'en'): { id: string; words: string }[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return [];
  const found: { id: string; words: string }[] = [];
  const look = (id: string, words: string, ...more: string[]) => {
    if ([words, ...more].some((one) => one.toLocaleLowerCase().includes(wanted))) found.push({ id, words });
  };
  look(TRIGGER, triggerSentence(draft.trigger, language) ?? '');
  for (const node of draft.nodes) {
    const sentence = stepSentence(node, language);
    look(node.id, node.label ?? sentence, sentence, ...textsIn(node.config, language));
  }
  for (const note of draft.notes ?? []) look(note.id, note.text);
  return found;
}

function textsIn(value: unknown, language: 'ru' | 'en'): string[] {
  if (typeof value === 'string') return [templateWords(plainOfHtml(value), language), value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one) => textsIn(one, language));
}
