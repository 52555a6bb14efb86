import type { Run } from '../../api.ts';
import { Formatted } from '../../forms/message-preview.tsx';
import { useWords } from '../../words.tsx';
import { logReasons, logSentence } from './log-words.ts';
import { signOf } from './log-signs.ts';

/** What happened, newest first: each step as a sentence, with its time, why, and the message as it was sent. */
export function RunStory({ run, log }: { run: Run; log: Run['log'] }) {
  const words = useWords();
  const { t, at, maybe } = words;
  const newest = run.log[0];
  return (
    <ol className="tl">
      {log.map((item) => {
        const Sign = signOf(item);
        const reasons = logReasons(item, run.reasonWords, words);
        return (
          <li key={item.id}>
            <span className={`dot ${toneOf(item, item === newest && run.state !== 'ended')}`}>
              <Sign size={13} stroke={2} aria-hidden="true" />
            </span>
            <div className="row" style={{ alignItems: 'baseline' }}>
              <span className="sp">
                {logSentence(item, words)}
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
                  <div className="tm">{maybe(`web.message.${item.message.state}`, {}, t('web.watch.sent'))}</div>
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
