import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { dateTime, day, isTextKey, money, t, type Language, type Params, type TextKey } from '#texts/index.ts';

export type Words = {
  language: Language;
  setLanguage(language: Language): void;
  t(key: TextKey, params?: Params): string;
  /** Words under a key made at run time; the fallback when there are none. */
  maybe(key: string, params?: Params, fallback?: string): string;
  money(minor: number, currency?: string): string;
  /** Today: the time; yesterday: the word; else the day. */
  when(moment: string): string;
  at(moment: string, style?: 'time' | 'dateTime' | 'date'): string;
  /** The time with its seconds. */
  clock(moment: string): string;
  day(date: string): string;
  pick(text: { ru: string; en: string }): string;
};

const Context = createContext<Words | undefined>(undefined);
const KEY = 'takt.language';
let current: Language = stored();
let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The language that requests are made in, outside of React. */
export const currentLanguage = (): Language => current;

/** Times are shown on the wall clock of the business. */
export function showZone(name: string): void {
  zone = name;
}

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, change] = useState<Language>(current);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const setLanguage = useCallback((next: Language) => {
    current = next;
    localStorage.setItem(KEY, next);
    change(next);
  }, []);
  const value = useMemo(() => words(language, setLanguage), [language, setLanguage]);
  return <Context value={value}>{children}</Context>;
}

export function useWords(): Words {
  const value = useContext(Context);
  if (!value) throw new Error('useWords outside of WordsProvider');
  return value;
}

function words(language: Language, setLanguage: (language: Language) => void): Words {
  const say = (key: TextKey, params?: Params) => t(language, key, params);
  return {
    language,
    setLanguage,
    t: say,
    maybe: (key, params, fallback = '') => (isTextKey(key) ? t(language, key, params) : fallback),
    money: (minor, currency = 'RUB') => money(language, minor, currency),
    at: (moment, style = 'dateTime') => dateTime(language, new Date(moment), zone, style),
    when(moment) {
      const date = new Date(moment);
      const days = dayNumber(new Date()) - dayNumber(date);
      if (days === 0) return dateTime(language, date, zone, 'time');
      if (days === 1) return say('web.yesterday');
      return dateTime(language, date, zone, 'weekday');
    },
    clock: (moment) =>
      new Intl.DateTimeFormat('ru-RU', { timeZone: zone, timeStyle: 'medium' }).format(new Date(moment)),
    day: (date) => day(language, date),
    pick: (text) => text[language] || text.ru || text.en,
  };
}

function dayNumber(date: Date): number {
  const text = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date);
  return Math.round(Date.parse(text) / 86_400_000);
}

function stored(): Language {
  const said = localStorage.getItem(KEY);
  if (said === 'ru' || said === 'en') return said;
  return navigator.language.startsWith('ru') ? 'ru' : 'en';
}
