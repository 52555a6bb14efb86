import './watch.css';
import { Button, Drawer, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconMessages, IconRocket } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { AutomationDraft } from '#automation/document.ts';
import type { Issue } from '#automation/validate.ts';
import { api, taken } from '../../../api.ts';
import { errorWords } from '../../../components/failure.tsx';
import { useWords } from '../../../words.tsx';
import { JobOf } from '../../automations/jobs/job-line.tsx';
import { readDraft, useAutomation } from '../use-automation.ts';
import { figureWords } from './figure-words.ts';
import { planOf, type Landing } from './landing.ts';
import { LandingChoices } from './landing-choices.tsx';
import { isWarning, PublishIssues } from './publish-issues.tsx';
import { useChanges } from './use-changes.ts';

/** What changes for whom, before it does: the last look before people enter a new version. */
export function PublishSheet({
  automationId: id,
  revision,
  document,
  issues,
  onPublished,
  onClose,
  onJump,
}: {
  automationId: string;
  /** Under which the drawing was saved. */
  revision: number;
  document: AutomationDraft;
  issues: readonly Issue[];
  onPublished(): void;
  onClose(): void;
  onJump(nodeId: string): void;
}) {
  const words = useWords();
  const { t } = words;
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [chosen, choose] = useState<Readonly<Record<string, Landing>>>({});
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [made, setMade] = useState<{ number: number; jobId: string } | undefined>();
  const automation = useAutomation(id);
  const published = automation.data?.published ?? null;
  const plan = useQuery({
    queryKey: ['publish-plan', id, revision],
    queryFn: () => taken(api.GET('/api/automations/{id}/publish-plan', { params: { path: { id } } })),
  });
  const inside = plan.data?.inside ?? [];
  const landings = useMemo(
    () => planOf(plan.data?.inside ?? [], chosen, document.settings.onPublish),
    [plan.data, chosen, document.settings.onPublish],
  );
  // What the browser finds at once, until the server has looked at everything.
  const found = plan.data?.issues ?? issues;
  const isRefused = issues.length > 0 || found.some((issue) => !isWarning(issue));
  const next = (published?.number ?? 0) + 1;

  async function publish(): Promise<void> {
    setSending(true);
    setError(undefined);
    try {
      const done = await taken(
        api.POST('/api/automations/{id}/publish', {
          params: { path: { id } },
          body: {
            revision,
            ...(note.trim() === '' ? {} : { note: note.trim() }),
            ...(inside.length > 0 ? { plan: landings } : {}),
          },
        }),
      );
      for (const key of ['automation', 'automations', 'versions', 'automation-counts', 'jobs'])
        void client.invalidateQueries({ queryKey: [key] });
      notifications.show({
        message: t('web.watch.published', { number: done.number }),
        color: 'takt',
        autoClose: 5_000,
      });
      if (done.jobId === null) onPublished();
      else setMade({ number: done.number, jobId: done.jobId });
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  }

  return (
    <Drawer
      opened
      onClose={made ? onPublished : onClose}
      position="right"
      size={584}
      zIndex={400}
      title={made ? t('web.watch.live_title', { number: made.number }) : t('web.watch.publish_title', { number: next })}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      {made ? (
        <div className="col g16">
          <JobOf jobId={made.jobId} automationId={id} owner />
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <Button data-autofocus onClick={onPublished}>
              {t('web.watch.done')}
            </Button>
          </div>
        </div>
      ) : (
        <form
          className="col g16"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isRefused && !plan.isPending) void publish();
          }}
        >
          <PublishIssues issues={issues.length > 0 ? issues : found} onJump={onJump} onClose={onClose} />
          {!isRefused && (
            <p className="t2" role="status">
              {t(plan.isPending ? 'web.watch.checking' : published ? 'web.watch.ready_again' : 'web.watch.ready')}
            </p>
          )}
          {plan.data?.figures && (
            <section className="tip" aria-label={t('web.watch.figures')}>
              <IconMessages size={18} aria-hidden="true" />
              <div className="sp s">
                <b>{t('web.watch.figures')}</b>
                <div>{figureWords(plan.data.figures, words)}</div>
              </div>
            </section>
          )}
          {published && <Changes id={id} number={published.number} document={document} />}
          {published && plan.data && inside.length === 0 && <p className="s t2">{t('web.watch.inside_none')}</p>}
          {published && inside.length > 0 && (
            <LandingChoices
              inside={inside}
              plan={landings}
              document={document}
              published={published.number}
              next={next}
              onChange={(change) => choose((before) => ({ ...before, ...change }))}
            />
          )}
          {plan.error && (
            <div className="tip bad row wrap" role="alert">
              <span className="sp">
                {t('web.watch.publish_error')} {errorWords(words, plan.error)}
              </span>
              <Button size="compact-sm" variant="default" onClick={() => void plan.refetch()}>
                {t('web.try_again')}
              </Button>
            </div>
          )}
          <TextInput
            data-autofocus
            label={t('web.watch.note')}
            description={t('web.watch.note_help')}
            placeholder={t('web.watch.note_placeholder')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {error !== undefined && (
            <p className="tip bad" role="alert">
              {errorWords(words, error)}
            </p>
          )}
          <div className="row publish-foot">
            <Button variant="default" onClick={onClose}>
              {t('web.cancel')}
            </Button>
            <Button
              type="submit"
              leftSection={<IconRocket size={18} />}
              disabled={isRefused || sending || plan.data === undefined}
            >
              {t(sending ? 'web.watch.publishing' : 'web.watch.publish', { number: next })}
            </Button>
          </div>
        </form>
      )}
    </Drawer>
  );
}

function Changes({ id, number, document }: { id: string; number: number; document: AutomationDraft }) {
  const { t } = useWords();
  const before = useQuery({
    queryKey: ['version', id, number],
    staleTime: Infinity,
    queryFn: () => taken(api.GET('/api/automations/{id}/versions/{number}', { params: { path: { id, number } } })),
  });
  const draft = useMemo(() => before.data && readDraft(before.data.document), [before.data]);
  const difference = useChanges(draft, document, 12);
  return (
    <section aria-label={t('web.watch.changes')}>
      <h3>{t('web.watch.changes')}</h3>
      <ul className="changes s">
        {difference.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
