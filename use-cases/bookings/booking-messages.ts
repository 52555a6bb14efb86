import type { ReminderWithText } from '#domain/bookings/rules.ts';
import type { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import { Place } from '#persistence/entities/services.ts';
import type { Tx } from '#persistence/with-business.ts';
import { t, type TextKey, type Voice } from '#texts/index.ts';
import { escapeHtml, tellContact, tellStaff } from '#use-cases/messages/tell-people.ts';
import { bookingButtons } from './booking-buttons.ts';
import { bookingWords, whenWords, type Told } from './booking-words.ts';

type Rows = { booking: Booking; items: readonly BookingItem[] };

/** The words of one booking's story. Every message has a key of its own, so that a repeated decision says nothing twice. */

/** The bot shows what a client booked there itself; of what staff or an automation booked the client is told. */
export async function tellOfNewBooking(tx: Tx, rows: Rows): Promise<void> {
  const told = await toldOf(tx, rows);
  if (rows.booking.source !== 'bot') await say(tx, told, { what: 'made', key: 'msg.booking_made', buttons: living });
  if (rows.booking.source !== 'staff') await sayToStaff(tx, told, { what: 'made', key: 'staff.booking_made' });
}

export async function tellOfConfirmed(tx: Tx, rows: Rows): Promise<void> {
  await say(tx, await toldOf(tx, rows), {
    what: `confirmed:${rows.booking.revision}`,
    key: 'msg.booking_confirmed',
    buttons: living,
  });
}

/** `by` client: the bot has shown it; staff are told. Else the client is told and can answer. */
export async function tellOfMove(tx: Tx, rows: Rows, from: Date, by: 'client' | 'staff' | 'rule'): Promise<void> {
  const told = await toldOf(tx, rows);
  const what = `moved:${rows.booking.revision}`;
  const before = (voice: Voice) => ({
    before: whenWords(voice.language, from, { zone: rows.booking.timeZone, own: told.contactZone }),
  });
  if (by !== 'client') await say(tx, told, { what, key: 'msg.booking_moved', buttons: living, more: before });
  else await sayToStaff(tx, told, { what, key: 'staff.booking_moved', more: before });
}

export async function tellOfCancelled(tx: Tx, rows: Rows, near: readonly Date[]): Promise<void> {
  const told = await toldOf(tx, rows);
  const { booking } = rows;
  const reason = (voice: Voice) => ({
    reason: booking.cancelReason ? t(voice, 'booking.because', { reason: escapeHtml(booking.cancelReason) }) : '',
  });
  if (booking.cancelledBy === 'client') {
    await sayToStaff(tx, told, { what: 'cancelled', key: 'staff.booking_cancelled', more: reason });
    return;
  }
  const offers = (voice: Voice, { contactZone }: Told) => [
    ...near.map((at) => [
      {
        text: whenWords(voice.language, at, { zone: booking.timeZone, own: contactZone }).slice(0, 64),
        callback_data: bookingButtons.againAt(booking.id, at),
      },
    ]),
    [{ text: t(voice, 'booking.button_again'), callback_data: bookingButtons.again(booking.id) }],
  ];
  const key = near.length > 0 ? 'msg.booking_released' : 'msg.booking_cancelled';
  await say(tx, told, { what: 'cancelled', key, buttons: offers, more: reason });
}

/** Nobody confirmed it in time, and the rule has cancelled it. */
export async function tellOfUnconfirmed(tx: Tx, rows: Rows): Promise<void> {
  await sayToStaff(tx, await toldOf(tx, rows), { what: 'unconfirmed', key: 'staff.booking_unconfirmed' });
}

/** The owner's own text comes with the same values filled in as the product's. */
export async function tellReminder(
  tx: Tx,
  rows: Rows,
  reminder: ReminderWithText,
): Promise<{ toClient: boolean; toStaff: number }> {
  const told = await toldOf(tx, rows);
  const { booking } = rows;
  const what = `reminder:${reminder.id}:${booking.startsAt.getTime()}`;
  const key: TextKey = reminder.when.kind === 'morning' ? 'msg.booking_reminder_today' : 'msg.booking_reminder';
  const own = reminder.text;
  const sent = reminder.toClient
    ? await say(tx, told, {
        what,
        key,
        buttons: living,
        class: 'service',
        expiresAt: booking.startsAt,
        ...(own ? { text: own } : {}),
      })
    : undefined;
  const toStaff = reminder.toStaff ? await sayToStaff(tx, told, { what, key: 'staff.booking_reminder' }) : 0;
  return { toClient: sent !== undefined, toStaff };
}

/** What waits to be said of a time that is no more is not said. */
export async function withdrawReminders(tx: Tx, bookingId: string, reason: string): Promise<void> {
  await tx.sql(
    `update message set state = 'withdrawn', error = ? where business_id = ? and booking_id = ? and state = 'queued'
       and business_key like ? || '%'`,
    [reason, tx.businessId, bookingId, `booking:${bookingId}:reminder:`],
  );
}

/** Coming, move, cancel. */
function living(voice: Voice, { booking }: Told): { text: string; callback_data: string }[][] {
  return [
    [{ text: t(voice, 'booking.button_coming'), callback_data: bookingButtons.coming(booking.id) }],
    [
      { text: t(voice, 'booking.button_move'), callback_data: bookingButtons.move(booking.id) },
      { text: t(voice, 'booking.button_cancel'), callback_data: bookingButtons.cancel(booking.id) },
    ],
  ];
}

/** What words about a booking are made of. */
export async function toldOf(tx: Tx, rows: Rows): Promise<Told> {
  const place = await tx.em.findOneOrFail(Place, { id: rows.booking.placeId, businessId: tx.businessId });
  const [contact] = await tx.sql<{ time_zone: string | null }>(
    'select time_zone from contact where business_id = ? and id = ?',
    [tx.businessId, rows.booking.contactId],
  );
  return { ...rows, place, contactZone: contact?.time_zone ?? null };
}

type Message = {
  what: string;
  key: TextKey;
  more?: (voice: Voice) => Record<string, string>;
};

async function say(
  tx: Tx,
  told: Told,
  message: Message & {
    buttons?: (voice: Voice, told: Told) => { text: string; callback_data: string }[][];
    class?: 'receipt' | 'service';
    expiresAt?: Date;
    text?: { ru: string; en: string };
  },
): Promise<string | undefined> {
  const { booking } = told;
  return tellContact(tx, {
    contactId: booking.contactId,
    key: `booking:${booking.id}:${message.what}`,
    class: message.class ?? 'receipt',
    bookingId: booking.id,
    expiresAt: message.expiresAt,
    words: (voice) => {
      const values = { ...bookingWords(voice, told), ...message.more?.(voice) };
      const own = message.text?.[voice.language];
      return {
        text: own ? filled(own, values) : t(voice, message.key, values),
        keyboard: message.buttons?.(voice, told),
      };
    },
  });
}

async function sayToStaff(tx: Tx, told: Told, message: Message): Promise<number> {
  const { booking, items } = told;
  return tellStaff(tx, {
    notice: 'bookings',
    key: `booking:${booking.id}:${message.what}`,
    bookingId: booking.id,
    onlyMasters: items.map(({ staffId }) => staffId),
    words: (language) => ({
      text: t(language, message.key, {
        ...bookingWords(language, { ...told, contactZone: null }),
        ...message.more?.({ language }),
      }),
    }),
  });
}

/** An owner's text: what stands in braces is filled in, everything else is said as it is written. */
const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  escapeHtml(text).replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
