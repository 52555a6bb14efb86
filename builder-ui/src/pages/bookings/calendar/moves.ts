import type { BookingInList, Calendar } from '../../../api.ts';
import type { Piece } from './pieces.ts';
import { minutesSince, momentOf, wallAt, wallOf, clock } from './wall.ts';

/** Where a block is dropped: minutes of a day, and whose. */
export type Drop = { day: string; from: number; to: number; staffId: string | null };

type When = { at: string } | { day: string; time: string; placeId: string | null };
export type MoveBody = {
  startsAt: When;
  staff?: { position: number; staffId: string | null }[];
  duration?: { position: number; minutes: number };
  revision?: number;
};

/** A visit on its way to another time, person or length; and the way back. */
export type Move = {
  booking: BookingInList;
  body: MoveBody;
  back: MoveBody;
  /** How the visit looks once it is there, until the API has said so itself. */
  shown: BookingInList;
};

export type MovePlace = { zone: string; placeId: string | null; nameOf: (staffId: string) => string };

/** What dropping a block asks for. Nothing when it is where it was. */
export function moveTo(piece: Piece, drop: Drop, place: MovePlace): Move | undefined {
  const [booking] = piece.bookings;
  const { item } = piece;
  const { zone } = place;
  const oldMinutes = minutesOf(item);
  const stretched = drop.to - drop.from !== piece.to - piece.from;
  const moved = drop.day !== piece.day || drop.from !== piece.from;
  const another = drop.staffId !== null && drop.staffId !== item.staffId;
  if (!moved && !stretched && !another) return undefined;

  // The other services of the visit come along: it begins as much before the dragged one as it did.
  const lead = piece.from - minutesSince(piece.day, wallOf(booking.startsAt, zone));
  const start = wallAt(drop.day, drop.from - lead);
  const startsAt = moved ? momentOf(start, zone) : new Date(booking.startsAt);
  const shift = startsAt.getTime() - Date.parse(booking.startsAt);
  const itemStart = Date.parse(item.startsAt) + shift;
  const minutes = stretched
    ? Math.round((momentOf(wallAt(drop.day, drop.to), zone).getTime() - itemStart) / 60_000)
    : oldMinutes;
  const { position } = item;
  const back: MoveBody = { startsAt: { at: booking.startsAt }, revision: booking.revision + 1 };
  const body: MoveBody = {
    startsAt: moved ? { day: start.day, time: clock(start.minute), placeId: place.placeId } : { at: booking.startsAt },
    revision: booking.revision,
  };
  if (another) {
    body.staff = [{ position, staffId: drop.staffId }];
    back.staff = [{ position, staffId: item.staffId }];
  }
  if (stretched) {
    body.duration = { position, minutes };
    back.duration = { position, minutes: oldMinutes };
  }
  return {
    booking,
    body,
    back,
    shown: shownAs(booking, {
      shift,
      position,
      minutes,
      staff: another && drop.staffId ? { staffId: drop.staffId, staffName: place.nameOf(drop.staffId) } : null,
    }),
  };
}

/** A visit on its way to one of the near times that a refusal named. */
export function moveToMoment(move: Move, moment: string): Move {
  const shift = Date.parse(moment) - Date.parse(move.booking.startsAt);
  const [staff] = move.body.staff ?? [];
  const position = staff?.position ?? move.body.duration?.position ?? 0;
  const item = move.booking.items.find((one) => one.position === position);
  const wanted = move.shown.items.find((one) => one.position === position);
  const minutes = move.body.duration?.minutes ?? (item ? minutesOf(item) : 0);
  return {
    ...move,
    body: { ...move.body, startsAt: { at: moment } },
    shown: shownAs(move.booking, { shift, position, minutes, staff: wanted ?? null }),
  };
}

/** A visit moved from its card: to a moment, with other people where `staff` names some. */
export function moveVisit(
  booking: BookingInList,
  to: { moment: Date; staff: { position: number; staffId: string; staffName: string }[] },
): Move {
  const shift = to.moment.getTime() - Date.parse(booking.startsAt);
  const others = to.staff.filter(
    (one) => booking.items.find(({ position }) => position === one.position)?.staffId !== one.staffId,
  );
  const old = booking.items.filter(({ position }) => others.some((one) => one.position === position));
  const shown = others.reduce(
    (now, staff) =>
      shownAs(now, { shift: 0, position: staff.position, minutes: minutesAt(now, staff.position), staff }),
    shownAs(booking, { shift, position: -1, minutes: 0, staff: null }),
  );
  return {
    booking,
    body: {
      startsAt: { at: to.moment.toISOString() },
      revision: booking.revision,
      ...(others.length > 0 ? { staff: others.map(({ position, staffId }) => ({ position, staffId })) } : {}),
    },
    back: {
      startsAt: { at: booking.startsAt },
      revision: booking.revision + 1,
      ...(old.length > 0 ? { staff: old.map(({ position, staffId }) => ({ position, staffId })) } : {}),
    },
    shown: { ...shown, revision: booking.revision + 1 },
  };
}

const minutesAt = (booking: BookingInList, position: number): number => {
  const item = booking.items.find((one) => one.position === position);
  return item ? minutesOf(item) : 0;
};

const minutesOf = (item: BookingInList['items'][number]): number =>
  Math.round((Date.parse(item.endsAt) - Date.parse(item.startsAt)) / 60_000);

function shownAs(
  booking: BookingInList,
  to: { shift: number; position: number; minutes: number; staff: { staffId: string; staffName: string } | null },
): BookingInList {
  let shift = to.shift;
  const items = booking.items.map((item) => {
    const isIt = item.position === to.position;
    const from = Date.parse(item.startsAt) + shift;
    const grown = isIt ? (to.minutes - minutesOf(item)) * 60_000 : 0;
    const until = Date.parse(item.endsAt) + shift + grown;
    shift += grown;
    return {
      ...item,
      startsAt: new Date(from).toISOString(),
      endsAt: new Date(until).toISOString(),
      staffId: (isIt && to.staff?.staffId) || item.staffId,
      staffName: (isIt && to.staff?.staffName) || item.staffName,
    };
  });
  return {
    ...booking,
    items,
    revision: booking.revision + 1,
    startsAt: items[0]?.startsAt ?? booking.startsAt,
    endsAt: items.at(-1)?.endsAt ?? booking.endsAt,
  };
}

/** The calendar with one visit shown as it is going to be. */
export const withShown = (calendar: Calendar, shown: BookingInList): Calendar => ({
  ...calendar,
  bookings: calendar.bookings.map((one) => (one.bookingId === shown.bookingId ? shown : one)),
});
