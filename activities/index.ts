import { deliver, type DelivererOptions } from './deliver-messages.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { translated } from './errors.ts';
import { outsideCalls } from './outside-calls.ts';
import { paymentCalls } from './payment-calls.ts';
import { processSteps } from './process-steps.ts';

/** Every activity, with its errors translated at this border. */
export function createActivities(dependencies: ActivityDependencies, options: DelivererOptions = {}) {
  const all = {
    ...processSteps(dependencies),
    ...paymentCalls(dependencies),
    ...outsideCalls(dependencies),
    ...deliver(dependencies, options),
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, activity]) => [name, translated(activity as never)]),
  ) as typeof all;
}

export type Activities = ReturnType<typeof createActivities>;
