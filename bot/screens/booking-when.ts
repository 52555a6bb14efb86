import type { InlineKeyboardButton } from 'grammy/types';
import { dateTime, day as dayWords, weekday, type Language } from '#texts/index.ts';
import { whenWords } from '#use-cases/bookings/booking-words.ts';
import { wayOut, type Asked } from './booking-parts.ts';
import { button, rows, words, type Reader, type Screen } from './screen.ts';

/** Clocks that a time is read by: of the place, and the client's own where it is known. */
export type Clocks = { zone: string; own: string | null; now: Date };

export type MonthFacts = {
  /** `YYYY-MM`. */
  month: string;
  freeDays: ReadonlySet<string>;
  /** Weeks that have passed are not drawn. */
  today: string;
  /** The months that can be turned to, both inclusive. */
  first: string;
  last: string;
  /** When a visit is moved: when it is now. */
  movingFrom: Date | null;
  /** Times to choose at once, above the calendar. */
  near?: readonly Date[] | undefined;
  note?: string | undefined;
};

/** A day that cannot be booked, and a cell without a day: Telegram takes no button without a sign on it. */
const NONE = '·';

/** A month as a keyboard, from Monday: days with free time are buttons with their number. */
export function monthScreen(reader: Reader, facts: MonthFacts, clocks: Clocks, asked: Asked): Screen {
  const { movingFrom, near = [] } = facts;
  const ask =
    movingFrom === null
      ? words(reader, 'book.day_ask')
      : words(reader, 'book.day_move', { when: whenWords(reader.language, movingFrom, clocks) });
  const none = facts.freeDays.size === 0 && near.length === 0;
  return {
    text: [
      ...(facts.note ? [facts.note] : []),
      ...(facts.note && movingFrom === null ? [] : [ask]),
      ...(none ? [words(reader, facts.first === facts.last ? 'book.day_none_at_all' : 'book.day_none')] : []),
      ...clockLine(reader, clocks),
    ].join('\n\n'),
    keyboard: [
      ...near.map((at) => [button(whenWords(reader.language, at, clocks), { do: 'book_time', startsAt: at })]),
      header(reader, facts),
      Array.from({ length: 7 }, (_, at) => button(weekday(reader.language, at), { do: 'nothing' })),
      ...weeks(facts),
      wayOut(reader, asked),
    ],
  };
}

function header(reader: Reader, { month, first, last }: MonthFacts): InlineKeyboardButton[] {
  const turn = (label: string, by: 1 | -1, possible: boolean) =>
    possible ? button(label, { do: 'book_month', month: addMonths(month, by) }) : button(NONE, { do: 'nothing' });
  return [
    turn('‹', -1, month > first),
    button(monthName(reader.language, month), { do: 'nothing' }),
    turn('›', 1, month < last),
  ];
}

function weeks({ month, freeDays, today }: MonthFacts): InlineKeyboardButton[][] {
  const blank = button(NONE, { do: 'nothing' });
  const days = Array.from({ length: daysIn(month) }, (_, at) => {
    const day = `${month}-${String(at + 1).padStart(2, '0')}`;
    return freeDays.has(day)
      ? button(String(at + 1), { do: 'book_day', day, page: 1 })
      : button(NONE, { do: 'nothing' });
  });
  const before = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells = [...Array.from({ length: before }, () => blank), ...days];
  while (cells.length % 7 > 0) cells.push(blank);
  const passed = month === today.slice(0, 7) ? Math.floor((before + Number(today.slice(8)) - 1) / 7) : 0;
  return rows(cells, 7).slice(passed);
}

/** A free time; `seats` of a group, null for a visit of one's own. */
export type FreeTime = { startsAt: Date; seats: number | null };

/** More than these on one screen are turned over. */
const TIMES = 48;

export function timesScreen(
  reader: Reader,
  facts: { day: string; times: readonly FreeTime[]; page: number },
  clocks: Clocks,
  asked: Asked,
): Screen {
  const { day, times } = facts;
  const pages = Math.max(1, Math.ceil(times.length / TIMES));
  const page = Math.min(facts.page, pages);
  const label = ({ startsAt, seats }: FreeTime): string => {
    const time = dateTime(reader.language, startsAt, clocks.zone, 'time');
    return seats === null ? time : words(reader, 'book.time_seats', { time, count: seats });
  };
  const shown = times.slice((page - 1) * TIMES, page * TIMES);
  const turn = (to: number, key: 'page.previous' | 'page.next') => [
    button(words(reader, key), { do: 'book_day', day, page: to }),
  ];
  return {
    text: [words(reader, 'book.time_ask', { day: dayWords(reader.language, day) }), ...clockLine(reader, clocks)].join(
      '\n\n',
    ),
    keyboard: [
      ...rows(
        shown.map((time) => button(label(time), { do: 'book_time', startsAt: time.startsAt })),
        times.some(({ seats }) => seats !== null) ? 2 : 4,
      ),
      ...(page > 1 ? [turn(page - 1, 'page.previous')] : []),
      ...(page < pages ? [turn(page + 1, 'page.next')] : []),
      [
        button(words(reader, 'book.other_day'), { do: 'book_back', step: 'time' }),
        ...wayOut(reader, { ...asked, first: true }),
      ],
    ],
  };
}

/** Said only to whom the clock of the place is not their own. */
function clockLine(reader: Reader, { zone, own, now }: Clocks): string[] {
  const there = dateTime(reader.language, now, zone, 'time');
  if (own === null || dateTime(reader.language, now, own) === dateTime(reader.language, now, zone)) return [];
  return [words(reader, 'book.clock', { now: there })];
}

function monthName(language: Language, month: string): string {
  const name = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${month.slice(0, 4)}`;
}

export function addMonths(month: string, by: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 7);
}

export function daysIn(month: string): number {
  const at = new Date(`${addMonths(month, 1)}-01T00:00:00Z`);
  return new Date(at.getTime() - 1).getUTCDate();
}
