import {
  IconArrowsSplit2,
  IconBolt,
  IconCalendarEvent,
  IconCircleCheck,
  IconFlag2,
  IconHourglass,
  IconMessage2,
  IconTag,
  type Icon,
} from '@tabler/icons-react';
import type { Run } from '../../api.ts';
import { Formatted } from '../../forms/message-preview.tsx';
import { useWords, type Words } from '../../words.tsx';

const icons: Readonly<Record<string, Icon>> = {
  trigger: IconBolt,
  'send-message': IconMessage2,
  wait: IconHourglass,
  'wait-for-event': IconCalendarEvent,
  if: IconArrowsSplit2,
  tag: IconTag,
  end: IconFlag2,
};

/** What happened, newest first: each step as a sentence, with its time, why, and the message as it was sent. */
export function RunStory({ run, log }: { run: Run; log: Run['log'] }) {
  const words = useWords();
  const { t, at } = words;
  const newest = run.log[0];
  return (
    <ol className="tl">
      {log.map((item) => {
        const Sign = item.kind === 'ended' ? IconCircleCheck : (icons[item.stepType ?? ''] ?? IconBolt);
        const reasons = why(words, item, run.reasonWords);
        return (
          <li key={item.id}>
            <span className={`dot ${toneOf(item, item === newest && run.state !== 'ended')}`}>
              <Sign size={13} stroke={2} aria-hidden="true" />
            </span>
            <div className="row" style={{ alignItems: 'baseline' }}>
              <span className="sp">
                {sentence(words, item)}
                {reasons && (
                  <span className="t3 s" style={{ display: 'block' }}>
                    {reasons}
                  </span>
                )}
              </span>
              <time className="xs t3 nw" dateTime={item.at}>
                {at(item.at)}
              </time>
            </div>
            {item.message && (
              <div className="tg run-said">
                <div className="bub">
                  <Formatted html={item.message.text} />
                  <div className="tm">{words.maybe(`web.message.${item.message.state}`, {}, t('web.watch.sent'))}</div>
                </div>
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function toneOf(item: Item, now: boolean): string {
  if (item.kind === 'waits') return now ? 'now' : '';
  if (item.kind === 'entered') return 'acc';
  if (item.kind === 'ended') return item.facts['outcome'] === 'failed' ? 'bad' : 'ok';
  return '';
}

type Item = Run['log'][number];

/** A sentence after a colon begins small. */
const inside = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

function sentence({ t, pick, maybe }: Words, item: Item): string {
  const step = item.sentence ? pick(item.sentence) : (item.nodeId ?? '');
  if (item.kind === 'entered') return t('web.log.entered', { step: inside(step) });
  if (item.kind === 'ended') {
    const outcome = maybe(`web.run.${String(item.facts['outcome'])}`);
    return t('web.log.ended', { outcome: inside(outcome) });
  }
  // The end of a wait reads differently from its beginning.
  if (item.stepType === 'wait' || item.stepType === 'wait-for-event')
    return t(item.kind === 'waits' ? 'web.watch.log.waits' : 'web.watch.log.waited', { step: inside(step) });
  return step;
}

/** The values that decided, as words where there are some. */
function why({ t, pick, maybe, at }: Words, item: Item, reason: Run['reasonWords']): string {
  const parts: string[] = [];
  if (item.branch) parts.push(t('web.log.branch', { branch: pick(item.branch) }));
  if (item.kind === 'ended' && reason) parts.push(pick(reason));
  for (const [name, value] of Object.entries(item.facts)) {
    if (item.kind === 'ended' && name === 'reason') continue;
    if (['port', 'outcome', 'trigger', 'answer'].includes(name) || value === null || typeof value === 'object')
      continue;
    const text =
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
        ? at(value)
        : typeof value === 'boolean'
          ? t(value ? 'web.yes' : 'web.no')
          : name === 'language'
            ? maybe(`web.language.${value}`, {}, String(value))
            : name === 'notSent'
              ? maybe(`web.log.not_sent.${value}`, {}, String(value))
              : String(value);
    if (/^[0-9a-f-]{36}$/.test(text)) continue;
    const label = maybe(`web.log.fact_${name}`);
    if (label) parts.push(`${label}: ${text}`);
  }
  return parts.join(' · ');
}
