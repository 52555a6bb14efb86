import { shortId } from '#platform/ids.ts';

/** Callback data of what one can press under a message about a booking; bot/callback-codec.ts reads it. */
export const bookingButtons = {
  open: (bookingId: string): string => `bk:${shortId(bookingId)}`,
  coming: (bookingId: string): string => `bc:${shortId(bookingId)}`,
  move: (bookingId: string): string => `bm:${shortId(bookingId)}`,
  cancel: (bookingId: string): string => `bx:${shortId(bookingId)}`,
  /** The same services again, at a time to be chosen. */
  again: (bookingId: string): string => `ba:${shortId(bookingId)}`,
  /** The same services again at this very time. */
  againAt: (bookingId: string, startsAt: Date): string =>
    `bt:${shortId(bookingId)}:${Math.round(startsAt.getTime() / 60_000).toString(36)}`,
  /** A time that a step of an automation offered. */
  offered: (offerId: string, index: number): string => `bo:${shortId(offerId)}:${index}`,
};
