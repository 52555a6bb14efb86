import { tryOnce, wantedTime } from '../../booking-time.ts';
import type { StepRun } from '../../step.ts';
import type { MoveBookingConfig } from './definition.ts';

/** Moves once; what came of it, or why not, is heard as an event. */
export const run: StepRun<MoveBookingConfig> = (config, context) => {
  const time = wantedTime(config.at, context);
  if (!time) return { kind: 'go', port: 'refused', record: { refused: 'moment_unknown' } };
  return tryOnce(context, () => ({ kind: 'move_booking', at: time.at, after: time.after }));
};
