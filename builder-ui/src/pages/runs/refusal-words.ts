import { eventTypes, eventWords } from '#automation/events.ts';
import type { Words } from '../../words.tsx';
import { valuesWords } from './value-words.ts';

type Say = Pick<Words, 't' | 'maybe' | 'pick' | 'at' | 'money'>;

/** Why a person did not enter. */
export const refusalWords = (reason: string, { t, maybe }: Pick<Say, 't' | 'maybe'>): string =>
  maybe(`web.why.because_${reason}`, {}, t('web.why.because_other'));

/** The values that decided: the last entry, the word that was written, the event. */
export function refusalFacts(refusal: { event: string; facts: Readonly<Record<string, unknown>> }, words: Say): string {
  const { t, maybe, pick, at } = words;
  const event = eventTypes.find((type) => type === refusal.event);
  const parts = valuesWords(refusal.facts['values'], words, event);
  const plain = Object.entries(refusal.facts).flatMap(([name, value]) => {
    if (value === null || typeof value === 'object') return [];
    const said = String(value);
    const isMoment = /^\d{4}-\d\d-\d\dT/.test(said);
    const text = maybe(`web.why.fact_${name}`, isMoment ? { when: at(said) } : { value: said });
    return text === '' ? [] : [text];
  });
  parts.push(...plain);
  if (parts.length === 0 && event) parts.push(t('web.why.event', { event: pick(eventWords[event]) }));
  return parts.join(', ');
}
