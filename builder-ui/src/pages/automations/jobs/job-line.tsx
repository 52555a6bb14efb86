import '../automations.css';
import { Button, Progress } from '@mantine/core';
import { api, taken } from '../../../api.ts';
import { useAction } from '../../../components/use-action.ts';
import { useWords } from '../../../words.tsx';
import { outcomeWords, percentOf } from './job-words.ts';
import { useJobs, type Job } from './use-jobs.ts';

/** How one job goes: its progress, what came of it, and the way back where there is one. */
export function JobLine({
  job,
  automationId,
  owner,
  undoneBy,
}: {
  job: Job;
  automationId: string;
  owner: boolean;
  /** Called with the job that takes everybody back. */
  undoneBy?: ((jobId: string) => void) | undefined;
}) {
  const words = useWords();
  const { t, at } = words;
  const touches = ['jobs', 'automations', 'automation-counts', 'publish-plan'];
  const cancel = useAction(
    () => taken(api.POST('/api/jobs/{id}/cancel', { params: { path: { id: job.jobId } }, body: {} })),
    { touches },
  );
  const undo = useAction(
    () =>
      taken(
        api.POST('/api/jobs/{id}/undo', {
          params: { path: { id: job.jobId } },
          body: { key: crypto.randomUUID() },
        }),
      ),
    { touches, onDone: (made) => undoneBy?.(made.jobId) },
  );
  const percent = percentOf(job);
  const jobs = useJobs(automationId).data?.jobs ?? [];
  const isUndone = jobs.some((one) => one.kind === 'undo_move' && one.createdAt > job.createdAt);
  const movedAnybody = job.kind === 'move' && job.done > 0;
  return (
    <div className="col g6 job-line">
      <div className="row wrap">
        <b className="sp">{t(`web.job.${job.kind}`)}</b>
        <span className="xs t3 nw">
          {job.createdBy}, {at(job.createdAt)}
        </span>
      </div>
      {job.state === 'open' && (
        <Progress
          value={percent}
          aria-label={t(`web.job.${job.kind}`)}
          animated={false}
          color="var(--accent)"
          bg="var(--sunken)"
        />
      )}
      <div className="row wrap">
        <span className="sp s t2" role="status">
          {job.state === 'open'
            ? `${t('web.job.open')}: ${t('web.job.progress', { done: job.done + job.skipped, total: Math.max(job.total, job.done + job.skipped) })}`
            : `${t(`web.job.${job.state}`)}: ${outcomeWords(job, words)}`}
        </span>
        {owner && job.state === 'open' && (
          <Button
            size="compact-sm"
            variant="default"
            title={t('web.job.cancel_help')}
            loading={cancel.isPending}
            onClick={() => cancel.mutate(undefined)}
          >
            {t('web.job.cancel')}
          </Button>
        )}
        {owner && job.state !== 'open' && movedAnybody && !isUndone && (
          <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate(undefined)}>
            {t('web.job.undo')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** One job by its id, as soon as it is known. */
export function JobOf({ jobId, automationId, owner }: { jobId: string; automationId: string; owner: boolean }) {
  const { t } = useWords();
  const jobs = useJobs(automationId).data?.jobs ?? [];
  const job = jobs.find((one) => one.jobId === jobId);
  const later = job ? jobs.filter((one) => one.kind === 'undo_move' && one.createdAt > job.createdAt) : [];
  if (!job) return <p className="s t3">{t('web.loading')}</p>;
  return (
    <div className="col g12">
      {[...later, job].map((one) => (
        <JobLine key={one.jobId} job={one} automationId={automationId} owner={owner} />
      ))}
    </div>
  );
}
