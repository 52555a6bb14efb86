import type {
  DayInterval,
  DayPlan,
  GroupSession,
  PlanException,
  ServiceTime,
  SlotFacts,
  Span,
  StaffFacts,
  VisitItem,
} from '#domain/bookings/slot-facts.ts';
import type { Chance } from '../time-oracle/chance.ts';
import { PIECE_MS, plus, type Wall } from './wall.ts';

/** A small place with everything in it that can be told about it: full enough that most times are refused. */
const people = ['anna', 'boris', 'clara', 'david'];
const rooms = ['room 1', 'room 2', 'laser', 'chair'];
const HOUR = 12;

export function worldByChance(chance: Chance, wall: Wall): SlotFacts {
  const staffIds = people.slice(0, chance.whole(1, 4));
  const resourceIds = rooms.slice(0, chance.whole(0, 4));
  const isGroup = chance.often(0.15);
  const items = Array.from({ length: isGroup ? 1 : chance.one([1, 1, 1, 2, 2, 3]) }, () =>
    itemByChance(chance, staffIds, resourceIds),
  );
  const sessions = isGroup ? sessionsByChance(chance, wall, staffIds) : null;
  return {
    now: new Date(nowByChance(chance, wall)),
    zone: wall.zone,
    rules: {
      stepMinutes: chance.one([5, 10, 15, 15, 20, 30, 30, 45, 60, 60, 90]),
      noticeMinutes: chance.one([0, 0, 1, 30, 60, 240, 1440]),
      horizonDays: chance.one([0, 1, 1, 2, 30]),
    },
    staff: staffIds.map((id) => staffByChance(chance, wall, { id, sessions: sessions ?? [] })),
    resources: resourceIds.map((id) => ({ id, busy: spansByChance(chance, wall, 10) })),
    holidays: chance.often(0.25) ? exceptionsByChance(chance, wall, chance.whole(1, 2)) : [],
    items,
    sessions,
  };
}

function staffByChance(chance: Chance, wall: Wall, person: { id: string; sessions: GroupSession[] }): StaffFacts {
  const usual = planByChance(chance);
  const week = Array.from({ length: 7 }, () => (chance.often(0.6) ? usual : planByChance(chance)));
  const own = person.sessions.filter(({ staffId }) => staffId === person.id);
  return {
    id: person.id,
    week,
    exceptions: chance.often(0.25) ? exceptionsByChance(chance, wall, 1) : [],
    busy: [...spansByChance(chance, wall, 16), ...own.map(({ from, to }) => ({ from, to }))],
    visits: Array.from({ length: chance.whole(0, 6) }, () => pieceByChance(chance, wall) + chance.whole(0, 4) * 60_000),
    maxPerDay: chance.often(0.2) ? chance.whole(1, 3) : null,
    maxPerWeek: chance.often(0.15) ? chance.whole(2, 6) : null,
  };
}

const times = ['00:00', '00:30', '01:00', '02:00', '02:15', '02:30', '03:00', '04:05', '06:00', '08:00', '09:00'];
const laterTimes = ['10:00', '10:20', '12:00', '13:00', '14:30', '17:00', '18:00', '20:00', '22:00', '23:00', '23:30'];
const timeByChance = (chance: Chance): string => chance.one([...times, ...laterTimes]);
const spanByChance = (chance: Chance): DayInterval => ({ from: timeByChance(chance), to: timeByChance(chance) });

function planByChance(chance: Chance): DayPlan {
  const hours = chance.one<readonly DayInterval[]>([
    [],
    [{ from: '09:00', to: '18:00' }],
    [{ from: '10:00', to: '20:00' }],
    [
      { from: '09:00', to: '13:00' },
      { from: '14:30', to: '20:00' },
    ],
    [{ from: '22:00', to: '06:00' }],
    [{ from: '00:00', to: '00:00' }],
    [{ from: '20:00', to: '03:00' }],
    [{ from: '00:30', to: '04:05' }],
    [spanByChance(chance)],
    [spanByChance(chance), spanByChance(chance)],
  ]);
  const short = chance.one<DayInterval>([
    { from: '13:00', to: '14:00' },
    { from: '02:00', to: '02:30' },
    { from: '23:30', to: '00:30' },
    { from: '12:00', to: '12:20' },
  ]);
  return { hours, breaks: chance.one<readonly DayInterval[]>([[], [], [short], [short, spanByChance(chance)]]) };
}

function exceptionsByChance(chance: Chance, wall: Wall, count: number): PlanException[] {
  return Array.from({ length: count }, () => {
    const from = plus(wall.day, chance.whole(-2, 2));
    return { from, to: plus(from, chance.one([0, 0, 1, 3])), plan: planByChance(chance) };
  });
}

function itemByChance(chance: Chance, staffIds: string[], resourceIds: string[]): VisitItem {
  const usual = timeOfService(chance);
  const givers = chance.some(staffIds, 0.7);
  const known = givers.length > 0 || chance.often(0.1) ? givers : [chance.one(staffIds)];
  const ids = chance.often(0.05) ? [...known, 'somebody who left'] : known;
  const lists = resourceIds.length === 0 ? 0 : chance.one([0, 0, 1, 1, 2, 3]);
  return {
    staff: (chance.often(0.5) ? ids : [...ids].reverse()).map((id) => ({
      id,
      time: chance.often(0.7) ? usual : timeOfService(chance),
    })),
    needs: Array.from({ length: lists }, () =>
      chance.some([...resourceIds, ...(chance.often(0.1) ? ['sold'] : [])], 0.7),
    ),
  };
}

function timeOfService(chance: Chance): ServiceTime {
  const duration = chance.one([5, 15, 30, 30, 45, 60, 60, 90, 180]);
  const from = chance.whole(0, duration / 5) * 5;
  const gap = { from, minutes: chance.whole(0, (duration - from) / 5) * 5 };
  return {
    duration,
    bufferBefore: chance.one([0, 0, 0, 5, 15]),
    bufferAfter: chance.one([0, 0, 0, 10, 30]),
    gap: chance.often(0.3) ? gap : null,
  };
}

function sessionsByChance(chance: Chance, wall: Wall, staffIds: string[]): GroupSession[] {
  return Array.from({ length: chance.whole(0, 5) }, (_, index) => {
    const from = dayPieceByChance(chance, wall);
    const to = from + chance.one([6, 12, 18]) * PIECE_MS;
    return { id: `session ${index}`, staffId: chance.one(staffIds), from, to, seatsLeft: chance.one([0, 0, 1, 2]) };
  });
}

function spansByChance(chance: Chance, wall: Wall, most: number): Span[] {
  return Array.from({ length: chance.whole(0, most) }, () => {
    const from = pieceByChance(chance, wall);
    return { from, to: from + chance.one([0, 1, 3, 6, HOUR, 2 * HOUR, 5 * HOUR]) * PIECE_MS };
  });
}

function nowByChance(chance: Chance, wall: Wall): number {
  const exact = pieceByChance(chance, wall);
  const off = chance.often(0.5) ? 0 : chance.whole(0, 299_999);
  return chance.often(0.6) ? exact - 24 * HOUR * PIECE_MS : exact + off;
}

/** Some moment from the evening before the day to the end of the next. */
const pieceByChance = (chance: Chance, wall: Wall): number => {
  const dayMs = Date.parse(`${wall.day}T00:00:00Z`);
  return dayMs + chance.whole(-18 * HOUR, 54 * HOUR) * PIECE_MS;
};

/** On a full half hour, where shifts have their times, or where days meet. */
const dayPieceByChance = (chance: Chance, wall: Wall): number => {
  if (chance.often(0.2)) return wall.instantOf(plus(wall.day, chance.whole(0, 2)), '00:00');
  const piece = pieceByChance(chance, wall);
  return piece - (piece % (6 * PIECE_MS));
};
