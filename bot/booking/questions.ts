import type { BookingStep } from '#use-cases/dialogues/dialogue-state.ts';
import type { Asked } from '../screens/booking-parts.ts';
import { choicesOf, formatsOf, isGroup, placesOf, type Draft, type Services } from './draft.ts';

/** What has but one answer is answered. */
export function filledIn(draft: Draft, services: Services): Draft {
  if (draft.fixed) return draft;
  const formats = formatsOf(services);
  const places = placesOf(services);
  return {
    ...draft,
    enough: draft.enough || isGroup(services),
    format: draft.format ?? (formats.length === 1 ? (formats[0] ?? null) : null),
    placeId: draft.placeId ?? (places.length === 1 ? (places[0]?.placeId ?? null) : null),
  };
}

/** The questions about a visit in their order; what has but one answer is no question. */
export function questionsOf(draft: Draft, services: Services): BookingStep[] {
  if (draft.moving !== null) return ['day', 'time', 'summary'];
  const last = ['day', 'time', 'phone', 'comment', 'summary'] as const;
  if (draft.fixed) return [...last];
  return [
    ...(isGroup(services) ? [] : (['more'] as const)),
    ...(formatsOf(services).length > 1 ? (['format'] as const) : []),
    ...(placesOf(services).length > 1 ? (['place'] as const) : []),
    ...(choicesOf(draft, services).length > 0 ? (['person'] as const) : []),
    ...last,
  ];
}

/** The first question without an answer. */
export function firstOpen(draft: Draft, services: Services): BookingStep {
  if (draft.moving !== null) return draft.startsAt === null ? 'day' : 'summary';
  if (!draft.fixed) {
    if (!draft.enough) return 'more';
    if (draft.format === null) return 'format';
    if (draft.placeId === null) return 'place';
    if (choicesOf(draft, services).some((index) => !draft.items[index]?.decided)) return 'person';
  }
  if (draft.startsAt === null) return 'day';
  if (draft.phone === null) return 'phone';
  return draft.commented ? 'summary' : 'comment';
}

/** One step back, with the answer given there taken back; undefined where there is nothing before it. */
export function stepBack(draft: Draft, services: Services): Draft | undefined {
  const { step } = draft;
  if (draft.changing && ['day', 'phone', 'comment'].includes(step)) return { ...draft, step: 'summary' };
  if (step === 'service') return { ...draft, step: 'section' };
  if (step === 'section') return draft.items.length > 0 ? { ...draft, step: 'more' } : undefined;
  if (step === 'addons') return withoutLast(draft, 'service');
  const choices = choicesOf(draft, services);
  const open = choices.find((index) => !draft.items[index]?.decided) ?? services.length;
  const earlier = choices.filter((index) => index < open).at(-1);
  if (step === 'person' && earlier !== undefined) return reopened(draft, earlier);
  const questions = questionsOf(draft, services);
  switch (questions[questions.indexOf(step) - 1]) {
    case undefined: {
      if (draft.fixed) return undefined;
      const last = services.at(-1);
      const addons = last !== undefined && last.addons.length > 0;
      return addons ? { ...draft, step: 'addons', enough: false } : withoutLast(draft, 'service');
    }
    case 'more':
      return { ...draft, step: 'more', enough: false };
    case 'format':
      return { ...draft, step: 'format', format: null };
    case 'place':
      return { ...draft, step: 'place', placeId: null };
    case 'person':
      return reopened(draft, choices.at(-1) ?? 0);
    case 'time':
      // Without a day there is nothing to choose a time of.
      return { ...draft, step: draft.day === null ? 'day' : 'time' };
    case 'day':
      return { ...draft, step: 'day' };
    case 'phone':
      return { ...draft, step: 'phone' };
    case 'comment':
      return { ...draft, step: 'comment' };
    case 'section':
    case 'service':
    case 'addons':
    case 'summary':
      return undefined;
  }
}

/** The way out of a question. */
export const askedOf = (draft: Draft, services: Services): Asked => ({
  step: draft.step,
  first: stepBack(draft, services) === undefined,
  moving: draft.moving !== null,
});

const withoutLast = (draft: Draft, step: 'service'): Draft => ({
  ...draft,
  step,
  items: draft.items.slice(0, -1),
  enough: false,
});

const reopened = (draft: Draft, index: number): Draft => ({
  ...draft,
  step: 'person',
  items: draft.items.map((item, at) => (at === index ? { ...item, staffId: null, decided: false } : item)),
});
