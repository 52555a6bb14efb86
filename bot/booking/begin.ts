import { staffNames } from '#use-cases/bookings/booking-rows.ts';
import { readUsualVisit } from '#use-cases/bookings/read-usual-visit.ts';
import { listBookableCategories } from '#use-cases/services/catalog.ts';
import type { BotContext } from '../context.ts';
import { usualScreen } from '../screens/booking-services.ts';
import { local, words } from '../screens/screen.ts';
import { goTo, readerOf, redraw, toast } from '../show.ts';
import { ask, goOn } from './ask.ts';
import { emptyDraft, fixedDraft } from './draft.ts';

/** "Book": a returning client is asked about the usual first. */
export async function beginBooking(ctx: BotContext): Promise<void> {
  const { tx, contact } = ctx.takt;
  const reader = readerOf(ctx);
  if ((await listBookableCategories(tx)).length === 0) {
    goTo(ctx, { kind: 'idle' });
    return redraw(ctx, { text: words(reader, 'book.nothing') });
  }
  const usual = await readUsualVisit(tx, { contactId: contact.id });
  if (!usual) return newBooking(ctx);
  goTo(ctx, { kind: 'idle' });
  const service = usual.items.map(({ serviceName }) => local(serviceName, reader)).join(', ');
  const [first] = usual.request.items;
  // Where that person is gone, the usual is the services alone.
  const staff = first?.staffId === null ? words(reader, 'book.person_any').toLowerCase() : staffNames(usual.items);
  await redraw(ctx, usualScreen(reader, { bookingId: usual.booking.id, service, staff }));
}

export async function newBooking(ctx: BotContext): Promise<void> {
  await ask(ctx, emptyDraft(), 'section');
}

/** The same services again: straight to the day, or to what is missing when a time comes with the button. */
export async function bookAgain(ctx: BotContext, again: { bookingId: string; startsAt?: Date }): Promise<void> {
  const { tx, contact } = ctx.takt;
  const usual = await readUsualVisit(tx, { contactId: contact.id, bookingId: again.bookingId });
  if (!usual) {
    const [own] = await tx.sql('select 1 from booking where business_id = ? and id = ? and contact_id = ?', [
      tx.businessId,
      again.bookingId,
      contact.id,
    ]);
    await toast(ctx, words(readerOf(ctx), own ? 'book.service_gone' : 'bookings.not_yours'), { alert: true });
    return own ? newBooking(ctx) : undefined;
  }
  const { startsAt } = again;
  await goOn(ctx, fixedDraft(usual.request, startsAt ? { startsAt: startsAt.toISOString() } : {}));
}
