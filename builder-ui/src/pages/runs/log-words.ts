import { eventTypes } from '#automation/events.ts';
import type { Words } from '../../words.tsx';
import { refusalWords } from './refusal-words.ts';
import { valuesWords } from './value-words.ts';

type Say = Pick<Words, 't' | 'pick' | 'maybe' | 'at' | 'money'>;
type Said = { ru: string; en: string };

/** One line of a story, from a log or from a simulation. */
export type LogLine = {
  kind: string;
  nodeId: string | null;
  stepType: string | null;
  sentence: Said | null;
  branch: Said | null;
  facts: Readonly<Record<string, unknown>>;
};

/** A sentence after a colon begins small. */
const inside = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

/** What happened, as a sentence. */
export function logSentence(item: LogLine, words: Say): string {
  const { t, pick, maybe } = words;
  const step = item.sentence ? pick(item.sentence) : (item.nodeId ?? t('web.watch.log.here'));
  switch (item.kind) {
    case 'entered':
      return t('web.log.entered', { step: inside(step) });
    case 'ended':
      return t('web.log.ended', { outcome: inside(maybe(`web.run.${String(item.facts['outcome'])}`)) });
    case 'refused':
      return t('web.watch.log.refused', { reason: inside(refusalWords(String(item.facts['reason']), words)) });
    case 'calls':
      return t('web.watch.log.calls', { step: inside(step) });
    case 'resumed':
      return t('web.watch.log.resumed', {
        policy: maybe(`web.watch.log.resumed_${String(item.facts['policy'])}`, {}, String(item.facts['policy'])),
      });
    case 'moved':
      return t(item.facts['back'] === true ? 'web.watch.log.moved_back' : 'web.watch.log.moved', {
        step: inside(step),
      });
    case 'retried':
      return t('web.watch.log.retried', { step: inside(step) });
    case 'waits':
      if (item.facts['heldBy'] !== undefined) return t('web.watch.log.held', { step: inside(step) });
  }
  // The end of a wait reads differently from its beginning.
  if (item.stepType?.startsWith('wait'))
    return t(item.kind === 'waits' ? 'web.watch.log.waits' : 'web.watch.log.waited', { step: inside(step) });
  return step;
}

/** Said by the sentence, or a code that nobody reads. */
const quiet = new Set([
  'port',
  'outcome',
  'trigger',
  'answer',
  'policy',
  'back',
  'version',
  'versionId',
  'fromVersion',
  'zone',
]);

/** The values that decided, as words where there are some. */
export function logReasons(item: LogLine, reason: Said | null, words: Say): string {
  const { t, pick, maybe } = words;
  const parts: string[] = [];
  if (item.branch) parts.push(t('web.log.branch', { branch: pick(item.branch) }));
  if (item.kind === 'ended' && reason) parts.push(pick(reason));
  const event = eventTypes.find((type) => type === item.facts['event']);
  parts.push(...valuesWords(item.facts['values'], words, event));
  for (const [name, value] of Object.entries(item.facts)) {
    if ((item.kind === 'ended' || item.kind === 'refused') && name === 'reason') continue;
    if (item.kind === 'moved' || quiet.has(name) || value === null || typeof value === 'object') continue;
    // That it was not so is no news.
    if ((name === 'hadIt' || name === 'passed') && value !== true) continue;
    const text = factText(name, value, words);
    if (/^[0-9a-f-]{36}$/.test(text)) continue;
    const label = maybe(`web.log.fact_${name}`);
    if (label) parts.push(value === true ? label : `${label}: ${text}`);
  }
  return parts.join(' · ');
}

function factText(name: string, value: unknown, { t, maybe, at }: Say): string {
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return at(text);
  if (typeof value === 'boolean') return t(value ? 'web.yes' : 'web.no');
  if (name === 'language') return maybe(`web.language.${text}`, {}, text);
  if (name === 'notSent') return maybe(`web.log.not_sent.${text}`, {}, text);
  if (name === 'by') return maybe(`web.log.by.${text}`, {}, text);
  if (name === 'heldBy') return maybe(`web.log.held_by.${text}`, {}, text);
  if (name === 'notChanged') return maybe(`web.log.not_changed.${text}`, {}, t('web.log.not_changed.other'));
  return text;
}
