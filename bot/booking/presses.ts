import type { BookingPress } from '../booking-codec.ts';
import type { BotContext } from '../context.ts';
import { draftAt, goBack } from './ask.ts';
import { beginBooking, bookAgain, newBooking } from './begin.ts';
import { confirmBooking } from './confirm.ts';
import { answerComment, askOtherPhone, changeLine, leaveBooking, usePhone } from './contact.ts';
import { takeOffered } from './offered.ts';
import { askReason, askToWriteReason, beginMove, giveReason, keepBooking, sayComing, showOwnBookings } from './own.ts';
import { showOwnBooking } from './own-card.ts';
import {
  addonsDone,
  addService,
  chooseFormat,
  choosePerson,
  choosePlace,
  chooseService,
  dropService,
  enoughServices,
  showSections,
  showService,
  showServices,
  turnAddon,
} from './services.ts';
import { chooseDay, chooseTime, showMonth } from './when.ts';

/** Does what a pressed button of booking asks for. */
export async function answerBookingPress(ctx: BotContext, press: BookingPress): Promise<void> {
  switch (press.do) {
    case 'book':
      return beginBooking(ctx);
    case 'book_new':
      return newBooking(ctx);
    case 'book_sections':
      return showSections(ctx);
    case 'book_section':
      return showServices(ctx, press);
    case 'book_service':
      return showService(ctx, press.serviceId);
    case 'book_choose':
      return chooseService(ctx, press.serviceId);
    case 'book_addon':
      return turnAddon(ctx, press.addonId);
    case 'book_addons_done':
      return addonsDone(ctx);
    case 'book_more':
      return addService(ctx);
    case 'book_enough':
      return enoughServices(ctx);
    case 'book_drop':
      return dropService(ctx, press.index);
    case 'book_format':
      return chooseFormat(ctx, press.format);
    case 'book_place':
      return choosePlace(ctx, press.placeId);
    case 'book_person':
      return choosePerson(ctx, press.staffId);
    case 'book_month':
      return showMonth(ctx, press.month);
    case 'book_day':
      return chooseDay(ctx, press);
    case 'book_time':
      return chooseTime(ctx, press.startsAt);
    case 'book_phone':
      return usePhone(ctx);
    case 'book_other_phone':
      return askOtherPhone(ctx);
    case 'book_comment':
      return answerComment(ctx, press.keep);
    case 'book_change':
      return changeLine(ctx, press.field);
    case 'book_confirm':
      return confirmBooking(ctx, press.key);
    case 'book_back': {
      const draft = await draftAt(ctx, [press.step]);
      return draft && goBack(ctx, draft);
    }
    case 'book_leave':
      return leaveBooking(ctx);
    case 'bookings':
      return showOwnBookings(ctx, press.page);
    case 'booking':
      return showOwnBooking(ctx, press.bookingId);
    case 'booking_coming':
      return sayComing(ctx, press.bookingId);
    case 'booking_move':
      return beginMove(ctx, press.bookingId);
    case 'booking_cancel':
      return askReason(ctx, press.bookingId);
    case 'booking_reason':
      return giveReason(ctx, press);
    case 'booking_reason_write':
      return askToWriteReason(ctx, press.bookingId);
    case 'booking_keep':
      return keepBooking(ctx, press.bookingId);
    case 'booking_again':
      return bookAgain(ctx, press);
    case 'booking_again_at':
      return bookAgain(ctx, press);
    case 'booking_offered':
      return takeOffered(ctx, press);
  }
}
