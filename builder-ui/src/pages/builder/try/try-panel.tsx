import './try.css';
import { Button } from '@mantine/core';
import { IconAlertOctagon, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AutomationDraft } from '#automation/document.ts';
import type { Trace } from '#automation/simulate/trace.ts';
import { validate } from '#automation/validate.ts';
import { issueWords } from '#texts/index.ts';
import { SidePanel } from '../../../components/side-panel.tsx';
import { useReferences } from '../../../forms/use-references.ts';
import { useWords } from '../../../words.tsx';
import { useDrawingStore } from '../drawing.ts';
import { play } from './play.ts';
import { toldFor, type Told } from './story.ts';
import { StoryForm } from './story-form.tsx';
import { momentsOf, pathUpTo } from './tell.ts';
import { Timeline } from './timeline.tsx';

/**
 * Plays a story of one invented client in the browser: nothing is sent to anybody. `onStep` shows a step on the
 * drawing.
 */
export function TryPanel({
  document,
  onStep,
  onClose,
}: {
  document: AutomationDraft;
  onStep(nodeId: string): void;
  onClose(): void;
}) {
  const { t, language } = useWords();
  const { business } = useReferences();
  const [told, tell] = useState<Told>(() =>
    toldFor(document, { start: nextHour(new Date()), zone: business.timeZone, language }),
  );
  const [played, setPlayed] = useState<{ trace: Trace; document: AutomationDraft; zone: string } | undefined>();
  const [failed, setFailed] = useState(false);
  const result = useRef<HTMLElement>(null);
  const issues = useMemo(() => {
    const checked = validate(document);
    return checked.ok ? [] : checked.issues;
  }, [document]);
  const moments = useMemo(() => (played ? momentsOf(played.trace, played.document, played.zone) : []), [played]);
  const [at, setAt] = useState(0);
  useLitPath(moments, played ? at : undefined);

  function start(): void {
    const trace = play(document, told);
    setFailed(trace === undefined);
    setPlayed(trace && { trace, document, zone: told.zone });
    setAt(trace ? Math.max(0, trace.trace.length - 1) : 0);
    requestAnimationFrame(() => result.current?.scrollIntoView({ block: 'start' }));
  }

  return (
    <SidePanel
      label={t('web.try.title')}
      head={<h2>{t('web.try.title')}</h2>}
      onClose={onClose}
      foot={
        issues.length === 0 ? (
          <Button fullWidth leftSection={<IconPlayerPlay size={18} />} onClick={start}>
            {t('web.try.play')}
          </Button>
        ) : undefined
      }
    >
      <p className="s t2">{t('web.try.lead')}</p>
      {issues.length > 0 ? (
        <section className="tip bad" aria-label={t('web.try.missing')}>
          <IconAlertOctagon size={18} aria-hidden="true" />
          <div className="sp">
            <b>{t('web.try.missing')}</b>
            <ul className="problems">
              {issues.map((issue, index) => {
                const node = issue.facts['node'];
                return (
                  <li key={index}>
                    <button
                      type="button"
                      className="plain s"
                      onClick={() => (typeof node === 'string' ? onStep(node) : onClose())}
                    >
                      {issueWords(language, issue)}
                    </button>
                  </li>
                );
              })}
            </ul>
          </div>
        </section>
      ) : (
        <>
          <StoryForm document={document} told={told} onTell={tell} />
          {failed && (
            <p className="tip bad" role="alert">
              {t('web.try.broken')}
            </p>
          )}
          {played && (
            <section ref={result} className="col g12" aria-label={t('web.try.played')} aria-live="polite">
              <h3>{t('web.try.played')}</h3>
              <Timeline
                trace={played.trace}
                moments={moments}
                zone={played.zone}
                document={played.document}
                at={at}
                onMove={setAt}
                onStep={onStep}
              />
            </section>
          )}
        </>
      )}
    </SidePanel>
  );
}

/** The drawing shows how far the story has come. */
function useLitPath(moments: ReturnType<typeof momentsOf>, at: number | undefined): void {
  const drawing = useDrawingStore();
  useEffect(() => {
    drawing.setState({ path: at === undefined ? undefined : pathUpTo(moments, at) });
  }, [drawing, moments, at]);
  useEffect(() => () => drawing.setState({ path: undefined }), [drawing]);
}

/** As a field of a form writes it, by the browser's clock. */
function nextHour(now: Date): string {
  const at = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
