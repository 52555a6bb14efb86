import type { Language } from './words.ts';

export const recurrenceWords = (recurrence: { rule: string }, _language: Language): string => recurrence.rule;
