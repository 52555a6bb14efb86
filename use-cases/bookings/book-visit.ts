import type { Slot } from '#domain/bookings/slot-facts.ts';
import { BusinessError } from '#domain/errors.ts';
import { settingsOf } from '#domain/settings.ts';
import { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import type { Business, Contact } from '#persistence/entities/business.ts';
import { Contact as ContactEntity } from '#persistence/entities/business.ts';
import { actorName, errorCode, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { tellOfNewBooking } from './booking-messages.ts';
import { bookingFacts, businessOf, ownStaffId, wakeBooking } from './booking-rows.ts';
import { nearTimes, tryTime } from './find-times.ts';
import { holdTime } from './hold-time.ts';
import { readOffer, type Offer, type OfferedItem, type OfferedStaff } from './read-offer.ts';
import { uuidArray } from './sql-values.ts';
import { takeSeat } from './take-seat.ts';
import { visitPrice } from './visit-price.ts';
import type { VisitRequest } from './visit-request.ts';

export type BookVisit = {
  request: VisitRequest;
  startsAt: Date;
  contactId: string;
  botId: string | null;
  /** Made when the dialogue or the form begins; two confirms with one key are one booking. */
  bookingKey: string;
  /** As the client gave them for this visit; null: what the card says. */
  name: string | null;
  phone: string | null;
  comment: string | null;
  source: 'bot' | 'staff' | 'automation';
};

export type Booked = { bookingId: string; number: number; startsAt: Date; endsAt: Date; confirmed: boolean };

/**
 * Books a visit: decides by the function that lists, holds people and rooms, and writes what the workflows start
 * from, all in one transaction. Staff may book a time that has begun and beyond limits and horizon, never over hours
 * or over others.
 * @throws BusinessError `slot_taken` {refusal, near}, `booking_used`, and those of `readOffer`.
 */
export async function bookVisit(tx: Tx, input: BookVisit): Promise<Booked> {
  const by = input.source === 'staff' ? 'staff' : 'client';
  const offer = await inOwnDay(tx, await readOffer(tx, input.request, by));
  const wanted = { startsAt: input.startsAt, by } as const;
  // Most losers of a rush are told here, before any lock is taken. Who confirms once more finds their own visit there.
  await slotOrRefuse(tx, offer, wanted).catch(async (refusal: unknown) => {
    await refuseUsedKey(tx, input.bookingKey);
    throw refusal;
  });
  await tx.sql('select id from contact where business_id = ? and id = ? for no key update', [
    tx.businessId,
    input.contactId,
  ]);
  await refuseUsedKey(tx, input.bookingKey);
  const slot = await slotUnderLock(tx, offer, wanted);
  const business = await businessOf(tx);
  const contact = await tx.em.findOne(ContactEntity, { id: input.contactId, businessId: tx.businessId });
  if (!contact) throw new BusinessError('contact_not_found', { contactId: input.contactId });
  const written = await writeBooking(tx, input, { offer, slot, business, contact });
  await takeTime(tx, written, { offer, slot, startsAt: input.startsAt });
  await savePhone(tx, contact, input.phone);
  const rows = { booking: written.booking, items: written.items };
  const facts = await bookingFacts(tx, rows);
  const about = { streamId: contact.id, contactId: contact.id, subjectId: written.booking.id };
  tx.emit({ type: 'booking.made', ...about, data: facts });
  const confirmed = written.booking.state === 'confirmed';
  if (confirmed) tx.emit({ type: 'booking.confirmed', ...about, data: { ...facts, by: 'rule' } });
  await tellOfNewBooking(tx, rows);
  await wakeBooking(tx, written.booking);
  const { id: bookingId, number, startsAt, endsAt } = written.booking;
  return { bookingId, number, startsAt, endsAt, confirmed };
}

/** A master books into their own day: anyone who is free means them. */
async function inOwnDay(tx: Tx, offer: Offer): Promise<Offer> {
  if (tx.actor.kind !== 'user' || tx.actor.role !== 'master') return offer;
  const mine = await ownStaffId(tx, tx.actor.userId);
  const items = offer.items.map((item) => ({ ...item, staff: item.staff.filter(({ id }) => id === mine) }));
  if (items.some(({ staff }) => staff.length === 0))
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
  return { ...offer, items };
}

async function refuseUsedKey(tx: Tx, bookingKey: string): Promise<void> {
  const [used] = await tx.sql<{ id: string; number: number }>(
    'select id, number from booking where business_id = ? and booking_key = ?',
    [tx.businessId, bookingKey],
  );
  if (used) throw new BusinessError('booking_used', { bookingId: used.id, number: used.number });
}

/** The visit that was booked under a key, if there is one. */
export async function bookedUnder(tx: Tx, bookingKey: string): Promise<Booked | undefined> {
  const booking = await tx.em.findOne(Booking, { businessId: tx.businessId, bookingKey });
  if (!booking) return undefined;
  const { id: bookingId, number, startsAt, endsAt, confirmedAt } = booking;
  return { bookingId, number, startsAt, endsAt, confirmed: confirmedAt !== null };
}

type Wanted = { startsAt: Date; by: 'client' | 'staff'; except?: string | undefined };

/** The slot of a wanted time, or a refusal that names the nearest free ones. */
export async function slotOrRefuse(tx: Tx, offer: Offer, wanted: Wanted): Promise<Slot> {
  const answer = await tryTime(tx, offer, wanted);
  if ('slot' in answer) return answer.slot;
  throw await slotTaken(tx, offer, { ...wanted, refusal: answer.refusal });
}

/** Limits of a day count under the lock of the people; without limits the database's constraint decides alone. */
async function slotUnderLock(tx: Tx, offer: Offer, wanted: Wanted): Promise<Slot> {
  const limited = offer.items
    .flatMap(({ staff }) => staff)
    .filter((one) => one.maxPerDay !== null || one.maxPerWeek !== null);
  if (limited.length > 0)
    await tx.sql('select id from staff where business_id = ? and id = any(?::uuid[]) order by id for no key update', [
      tx.businessId,
      uuidArray(limited.map(({ id }) => id)),
    ]);
  return slotOrRefuse(tx, offer, wanted);
}

export async function slotTaken(tx: Tx, offer: Offer, wanted: Wanted & { refusal: unknown }): Promise<BusinessError> {
  const near = await nearTimes(tx, offer, { wanted: wanted.startsAt, except: wanted.except });
  return new BusinessError('slot_taken', {
    refusal: wanted.refusal,
    wanted: wanted.startsAt.toISOString(),
    zone: offer.place.timeZone,
    near: near.map(({ startsAt }) => startsAt.toISOString()),
  });
}

type Written = { booking: Booking; items: BookingItem[] };

/** The loser of a race gets the refusal with near times, and nothing of the booking stays. */
async function takeTime(
  tx: Tx,
  { booking, items }: Written,
  { offer, slot, startsAt }: { offer: Offer; slot: Slot; startsAt: Date },
): Promise<void> {
  const write = async () => {
    tx.em.persist(booking);
    await tx.em.flush();
    tx.em.persist(items);
    await tx.em.flush();
    await refuseLeavers(tx, items);
  };
  try {
    if (offer.isGroup) {
      await tx.savepoint(async () => {
        booking.sessionId = await takeSeat(tx, offer, slot);
        await write();
      });
    } else {
      await holdTime(tx, { bookingId: booking.id, slot, items: offer.items }, write);
    }
  } catch (error) {
    // One form sent twice at once, each time with a new client: no lock of a contact tells the two apart.
    if (errorCode(error) === '23505') await refuseUsedKey(tx, booking.bookingKey);
    if (!(error instanceof BusinessError) || error.code !== 'slot_taken') throw error;
    throw await slotTaken(tx, offer, { startsAt, by: 'client', refusal: error.facts['refusal'] });
  }
}

/** Somebody may have left between the look and the booking; from here on their row is held. */
async function refuseLeavers(tx: Tx, items: readonly BookingItem[]): Promise<void> {
  const [gone] = await tx.sql(
    'select id from staff where business_id = ? and id = any(?::uuid[]) and removed_at is not null',
    [tx.businessId, uuidArray(items.map(({ staffId }) => staffId))],
  );
  if (gone) throw new BusinessError('nobody_gives_it', {});
}

async function writeBooking(
  tx: Tx,
  input: BookVisit,
  facts: { offer: Offer; slot: Slot; business: Business; contact: Contact },
): Promise<Written> {
  const { offer, slot, business, contact } = facts;
  const rules = settingsOf(business).booking;
  const [numbered] = await tx.sql<{ booking_number: number }>(
    'update business set booking_number = booking_number + 1 where id = ? returning booking_number',
    [tx.businessId],
  );
  const id = newId();
  const chosen = slot.items.map((part, index) => partOf(offer.items[index], part.staffId));
  const confirmed = input.source === 'staff' || rules.confirmsItself;
  const items = slot.items.map((part, position) => newItem(tx, id, { part, position, ...chosenAt(chosen, position) }));
  const booking = tx.em.create(
    Booking,
    {
      id,
      businessId: tx.businessId,
      number: Number(numbered?.booking_number),
      bookingKey: input.bookingKey,
      contactId: contact.id,
      botId: input.botId,
      placeId: offer.place.id,
      sessionId: null,
      state: confirmed ? 'confirmed' : 'new',
      format: offer.format,
      source: input.source,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      timeZone: offer.place.timeZone,
      currency: business.currency,
      ...visitPrice(chosen.map(({ staff }) => staff)),
      finalPriceMinor: null,
      contactName: input.name ?? contact.name,
      contactPhone: input.phone ?? contact.phone,
      comment: input.comment,
      policy: rules.policy,
      moves: 0,
      movedFrom: null,
      movedAt: null,
      setAt: tx.now,
      answeredAt: null,
      cancelledBy: null,
      cancelReason: null,
      revision: 1,
      createdBy: actorName(tx.actor),
      createdAt: tx.now,
      confirmedAt: confirmed ? tx.now : null,
      arrivedAt: null,
      doneAt: null,
      noShowAt: null,
      cancelledAt: null,
    },
    { persist: false },
  );
  return { booking, items };
}

type Chosen = { item: OfferedItem; staff: OfferedStaff };

function partOf(item: OfferedItem | undefined, staffId: string): Chosen {
  const staff = item?.staff.find(({ id }) => id === staffId);
  if (!item || !staff) throw new Error('a slot names a person who does not give the service');
  return { item, staff };
}

function chosenAt(chosen: readonly Chosen[], position: number): Chosen {
  const one = chosen[position];
  if (!one) throw new Error('a slot has another number of services than its request');
  return one;
}

function newItem(
  tx: Tx,
  bookingId: string,
  { part, position, item, staff }: { part: Slot['items'][number]; position: number } & Chosen,
): BookingItem {
  return tx.em.create(
    BookingItem,
    {
      id: newId(),
      businessId: tx.businessId,
      bookingId,
      position,
      serviceId: item.serviceId,
      staffId: staff.id,
      resourceIds: [...part.resourceIds],
      serviceName: item.serviceName,
      staffName: staff.name,
      addons: [...item.addons],
      time: staff.time,
      priceMinor: staff.priceMinor,
      priceToMinor: staff.priceToMinor,
      startsAt: part.startsAt,
      endsAt: part.endsAt,
      held: true,
    },
    { persist: false },
  );
}

/** A number given for a visit completes a card that has none; another one is this visit's alone. */
async function savePhone(tx: Tx, contact: Contact, phone: string | null): Promise<void> {
  if (phone !== null && contact.phone === null)
    await tx.sql('update contact set phone = ?, revision = revision + 1 where business_id = ? and id = ?', [
      phone,
      tx.businessId,
      contact.id,
    ]);
}
