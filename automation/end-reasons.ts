import { eventTypes, eventWords } from './events.ts';
import type { Words } from './words.ts';

/** Why a run ended, in the owner's words. A reason that an owner wrote is shown as it was written. */
export function endReasonWords(reason: string): Words {
  const event = eventTypes.find((type) => type === reason);
  if (event) return eventWords[event];
  return known[reason] ?? { ru: reason, en: reason };
}

/** The reasons that an owner can choose as they are. */
export const ownReasons: Readonly<Record<string, Words>> = {
  done: { ru: 'все шаги пройдены', en: 'all steps are done' },
  answered: { ru: 'ответ получен', en: 'an answer came' },
  no_answer: { ru: 'ответа не было', en: 'no answer' },
};

const known: Readonly<Record<string, Words>> = {
  ...ownReasons,
  cancelled_by_staff: { ru: 'отменено сотрудником', en: 'cancelled by staff' },
  goal: { ru: 'цель достигнута', en: 'the goal is reached' },
  paused_too_long: { ru: 'время прошло, пока цепочка стояла на паузе', en: 'its time passed during the pause' },
  published: { ru: 'вышла новая версия', en: 'a new version was published' },
  date_passed: { ru: 'момент уже прошёл', en: 'the moment has passed' },
  branch_missing: { ru: 'ветка никуда не ведёт', en: 'a branch leads nowhere' },
  loop_without_wait: { ru: 'шаги идут по кругу без ожидания', en: 'the steps go round without a wait' },
  step_unknown: { ru: 'неизвестный шаг', en: 'an unknown step' },
};
