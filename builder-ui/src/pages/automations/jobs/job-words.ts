import type { Words } from '../../../words.tsx';
import type { Job } from './use-jobs.ts';

type Say = Pick<Words, 't' | 'maybe'>;

/** What came of a job so far: "moved 12 people, 3 had gone on". */
export function outcomeWords(job: Pick<Job, 'kind' | 'done' | 'outcome'>, { t, maybe }: Say): string {
  const skipped = Object.entries(job.outcome).filter(([, count]) => count > 0);
  const known = skipped.map(([why, count]) =>
    maybe(`web.job.skip_${why}`, { count }, t('web.job.skip_other', { count })),
  );
  return [t(`web.job.did_${job.kind}`, { count: job.done }), ...known].join(', ');
}

/** How far a job is, 0 to 100. What a job finds on its way may be more than was counted before. */
export function percentOf(job: Pick<Job, 'state' | 'total' | 'done' | 'skipped'>): number {
  if (job.state === 'done') return 100;
  if (job.total === 0) return 0;
  return Math.min(100, Math.round(((job.done + job.skipped) / job.total) * 100));
}
