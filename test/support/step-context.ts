import type { Facts } from '#automation/facts.ts';
import type { StepContext } from '#automation/step.ts';

/** A step's context made by hand: a test says only what it is about. */
/** Everything a chain may know of an ordinary client. */
export function someFacts(
  about: { contact?: Partial<Facts['contact']> } & Partial<Omit<Facts, 'contact'>> = {},
): Facts {
  return {
    business: { name: 'Shop', currency: 'RUB', timeZone: 'Europe/Moscow' },
    trigger: {},
    order: null,
    booking: null,
    limits: { caps: [], sent: [] },
    ...about,
    contact: {
      id: 'c',
      name: 'Anna K',
      firstName: 'Anna',
      language: 'en',
      phone: null,
      email: null,
      tags: [],
      ordersPaid: 0,
      spentMinor: 0,
      timeZone: 'Europe/Moscow',
      birthday: null,
      note: null,
      consent: true,
      since: '2026-01-01T00:00:00.000Z',
      lastOrderAt: null,
      fields: {},
      ...about.contact,
    },
  };
}

export function aStepContext(about: Partial<StepContext> = {}): StepContext {
  return {
    runId: 'run',
    automationId: 'automation',
    nodeId: 'step',
    enteredAt: new Date('2026-11-21T12:00:00Z'),
    dueAt: new Date('2026-11-21T12:00:00Z'),
    now: new Date('2026-11-21T12:00:00Z'),
    zone: 'Europe/Moscow',
    facts: someFacts(),
    variables: {},
    events: [],
    memory: {},
    answer: undefined,
    ...about,
  };
}
