import type { Language } from '#texts/index.ts';

const marks = {
  ru: { thousandSeparator: '\u00a0', decimalSeparator: ',' },
  en: { thousandSeparator: ',', decimalSeparator: '.' },
} as const;

/** How a number is written in a field of the reader's language: "2 300,50", "2,300.50". */
export const numberMarks = (language: Language) => marks[language];
