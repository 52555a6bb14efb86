import { Slider } from '@mantine/core';
import { Fragment, useEffect, useRef } from 'react';
import type { AutomationDraft } from '#automation/document.ts';
import type { Trace } from '#automation/simulate/trace.ts';
import { durationWords } from '#automation/words.ts';
import { dateTime } from '#texts/index.ts';
import { Formatted } from '../../../forms/message-preview.tsx';
import { useWords } from '../../../words.tsx';
import { logReasons, logSentence } from '../../runs/log-words.ts';
import { signOf } from '../../runs/log-signs.ts';
import { faceOf } from '../step-face.ts';
import { roundDuration, type Moment } from './tell.ts';

const LONG_MS = 60_000;

/** The story day by day: what was sent as it looks on a phone, waits as the time between, refusals with their reason. */
export function Timeline({
  trace,
  moments,
  zone,
  document,
  at,
  onMove,
  onStep,
}: {
  trace: Trace;
  moments: readonly Moment[];
  /** The client's clock. */
  zone: string;
  document: AutomationDraft;
  at: number;
  onMove(index: number): void;
  onStep(nodeId: string): void;
}) {
  const words = useWords();
  const { t, language } = words;
  const list = useRef<HTMLOListElement>(null);
  const when = (moment: string, style: 'dateTime' | 'date' | 'time') =>
    dateTime(language, new Date(moment), zone, style);
  // Only a move of the slider brings its line into view.
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  if (moments.length === 0) return <p className="s t2">{t('web.try.nothing')}</p>;
  const said = { ...words, at: (moment: string) => when(moment, 'dateTime') };
  return (
    <>
      <p className="s t2">
        {t('web.try.messages', { count: trace.messages.length })}. {trace.cutOff ? t('web.try.cut') : endWords()}
      </p>
      {moments.length > 1 && (
        <div className="try-scrub">
          <Slider
            min={0}
            max={moments.length - 1}
            value={at}
            label={null}
            thumbLabel={t('web.try.scrub')}
            thumbProps={{ 'aria-valuetext': when(moments[at]?.at ?? '', 'dateTime') }}
            onChange={(next) => {
              moved.current = true;
              onMove(next);
            }}
          />
          <span className="xs t3">{t('web.try.slider', { at: when(moments[at]?.at ?? '', 'dateTime') })}</span>
        </div>
      )}
      <ol className="tl try-line" ref={list}>
        {moments.map((moment, index) => {
          const Sign = signOf(moment.line);
          const reasons = logReasons(moment.line, moment.reason, said);
          const { nodeId } = moment.line;
          return (
            <Fragment key={index}>
              {(moment.isNewDay || moment.gapMs >= LONG_MS) && (
                <li className="try-day">
                  {moment.gapMs >= LONG_MS && (
                    <span className="t2">
                      {t('web.try.later', { length: durationWords(roundDuration(moment.gapMs), language) })}
                    </span>
                  )}
                  {moment.isNewDay && <b>{when(moment.at, 'date')}</b>}
                </li>
              )}
              <li aria-current={index === at ? 'step' : undefined} className={index > at ? 'try-ahead' : ''}>
                <span className={`dot ${toneOf(moment)}`}>
                  <Sign size={13} stroke={2} aria-hidden="true" />
                </span>
                <div className="row" style={{ alignItems: 'baseline' }}>
                  <span className="sp">
                    {nodeId === null ? (
                      logSentence(moment.line, said)
                    ) : (
                      <button
                        type="button"
                        className="plain try-step"
                        title={t('web.try.show_step')}
                        onClick={() => {
                          onMove(index);
                          onStep(nodeId);
                        }}
                      >
                        {logSentence(moment.line, said)}
                      </button>
                    )}
                    {reasons && (
                      <span className="t3 s" style={{ display: 'block' }}>
                        {reasons}
                      </span>
                    )}
                  </span>
                  <time className="xs t3 nw" dateTime={moment.at}>
                    {when(moment.at, 'time')}
                  </time>
                </div>
                {moment.messages.map((message, number) => (
                  <div key={number} className="tg run-said">
                    <div className="bub">
                      <Formatted html={message.text} />
                    </div>
                    {message.buttons.length > 0 && (
                      <div className="try-keys">
                        {message.buttons.map((button, key) => (
                          <span key={key}>{button}</span>
                        ))}
                      </div>
                    )}
                  </div>
                ))}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </>
  );

  function endWords(): string {
    const inside = trace.runs.filter((run) => run.state !== 'ended');
    if (trace.runs.length === 0) return t('web.try.nothing');
    if (inside.length === 0) return t('web.try.ended_out');
    const node = document.nodes.find((one) => one.id === inside[0]?.node);
    return t('web.try.ended_waiting', { step: node ? faceOf({ node }, words).words : '' });
  }
}

function toneOf({ line }: Moment): string {
  if (line.kind === 'entered') return 'acc';
  if (line.kind === 'refused') return 'bad';
  if (line.kind === 'waits' || line.kind === 'calls') return 'now';
  if (line.kind === 'ended') return line.facts['outcome'] === 'failed' ? 'bad' : 'ok';
  return '';
}
