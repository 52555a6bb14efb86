import { DAY, MINUTE, shownAt } from './clock.ts';
import { changeInstants } from './oracle.ts';

/** Seeded chance, bent towards what breaks arithmetic of time: clock changes, leap days, ends of years. */
export type Chance = ReturnType<typeof chanceFrom>;

export const zones = [
  'UTC',
  'Europe/Moscow',
  'Europe/Kaliningrad',
  'Europe/Samara',
  'Europe/Volgograd',
  'Asia/Yekaterinburg',
  'Asia/Novosibirsk',
  'Asia/Vladivostok',
  'Asia/Kamchatka',
  'Asia/Almaty',
  'Asia/Tbilisi',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Chisinau',
  'Europe/Istanbul',
  'Asia/Beirut',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Marquesas',
  'Pacific/Norfolk',
  'Atlantic/Azores',
  'Antarctica/Troll',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Asuncion',
  'America/Havana',
  'America/Nuuk',
  'America/Scoresbysund',
  'Asia/Amman',
] as const;

const FIRST = Date.UTC(2019, 0);
const LAST = Date.UTC(2033, 0);
const edges = [
  '00:00',
  '00:30',
  '01:00',
  '01:30',
  '02:00',
  '02:15',
  '02:30',
  '03:00',
  '22:00',
  '23:00',
  '23:30',
  '23:59',
];

export function chanceFrom(seed: number) {
  let state = seed >>> 0;
  /** Mulberry32: a number from 0 up to 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const one = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!;
  const often = (share: number): boolean => next() < share;
  const some = <T>(list: readonly T[], share: number): T[] => list.filter(() => often(share));

  const instant = (zone: string): number => (often(0.5) ? whole(FIRST, LAST - 1) : hardInstant(zone));
  const hardInstant = (zone: string): number => {
    const changes = changeInstants(zone);
    const near = changes.length > 0 && often(0.75) ? one(changes) : calendarEdge(zone);
    const away = one([0, 0, -1, 1, MINUTE, -MINUTE, whole(-90, 90) * MINUTE, whole(-26 * 60, 26 * 60) * MINUTE]);
    return near + (often(0.2) ? whole(-8 * DAY, 0) : away);
  };
  const calendarEdge = (zone: string): number => {
    const year = whole(2019, 2032);
    const shown = one([Date.UTC(year, 1, 28), Date.UTC(year, 1, 29), Date.UTC(year, 2, 1), Date.UTC(year + 1, 0)]);
    return shown - (shownAt(shown, zone) - shown);
  };
  const time = (): string => (often(0.5) ? one(edges) : new Date(whole(0, 1439) * MINUTE).toISOString().slice(11, 16));
  const date = (): string =>
    often(0.1)
      ? one(['2020-02-29', '2024-02-29', '2019-12-31'])
      : new Date(whole(FIRST, LAST - 1)).toISOString().slice(0, 10);

  return { whole, one, often, some, instant, time, date, zone: () => one(zones) };
}
