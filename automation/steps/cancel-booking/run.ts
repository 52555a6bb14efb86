import { tryOnce } from '../../booking-time.ts';
import type { StepRun } from '../../step.ts';
import { render } from '../../templates.ts';
import { valuesFor } from '../../values.ts';
import type { CancelBookingConfig } from './definition.ts';

/** Cancels once; what came of it, or why not, is heard as an event. */
export const run: StepRun<CancelBookingConfig> = (config, context) =>
  tryOnce(context, () => ({
    kind: 'cancel_booking',
    reason: render(config.reason, valuesFor(context)).trim(),
    offerTimes: config.offerTimes,
  }));
