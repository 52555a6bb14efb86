import { tryOnce, wantedTime } from '../../booking-time.ts';
import type { StepRun } from '../../step.ts';
import type { BookConfig } from './definition.ts';

/** Books once; what came of it, or why not, is heard as an event. */
export const run: StepRun<BookConfig> = (config, context) => {
  const time = wantedTime(config.at, context);
  if (!time) return { kind: 'go', port: 'refused', record: { refused: 'moment_unknown' } };
  return tryOnce(context, () => ({
    kind: 'book_visit',
    serviceId: config.service ?? null,
    staffId: config.staff ?? null,
    at: time.at,
    after: time.after,
  }));
};
