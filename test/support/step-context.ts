import type { StepContext } from '#automation/step.ts';

/** A step's context made by hand: a test says only what it is about. */
export function aStepContext(about: Partial<StepContext> = {}): StepContext {
  return {
    nodeId: 'step',
    enteredAt: new Date('2026-11-21T12:00:00Z'),
    now: new Date('2026-11-21T12:00:00Z'),
    zone: 'Europe/Moscow',
    facts: {
      contact: {
        id: 'c',
        name: 'Anna K',
        firstName: 'Anna',
        language: 'en',
        phone: null,
        tags: [],
        ordersPaid: 0,
        spentMinor: 0,
      },
      business: { name: 'Shop', currency: 'RUB', timeZone: 'Europe/Moscow' },
      trigger: {},
      order: null,
    },
    variables: {},
    events: [],
    ...about,
  };
}
