import { answerBookingPress } from './booking/presses.ts';
import { bookingCodecs, type BookingPress } from './booking-codec.ts';
import type { Press } from './callback-codec.ts';
import { accept, askClear, askQuantity, clear, fit, showCart, stepLine, takeOut } from './cart.ts';
import { addVariant, showCategories, showProduct, showProducts } from './catalog.ts';
import {
  beginCheckout,
  changeField,
  chooseDay,
  chooseDelivery,
  chooseSlot,
  keepAsItWas,
  leaveCheckout,
  showDays,
  skipComment,
  takeName,
} from './checkout.ts';
import { confirm } from './confirm.ts';
import type { BotContext } from './context.ts';
import { pressOfAutomation } from './free-text.ts';
import { payAgain, showOrder, showOrders } from './my-orders.ts';
import { askLanguage, chooseLanguage, resume, sayConsent, stop } from './start.ts';

/** Does what a pressed button asks for. A new kind of press is a compile error here until it is answered. */
export async function answerPress(ctx: BotContext, press: Press): Promise<void> {
  if (isOfBooking(press)) return answerBookingPress(ctx, press);
  switch (press.do) {
    case 'nothing':
      return;
    case 'categories':
      return showCategories(ctx);
    case 'products':
      return showProducts(ctx, press);
    case 'product':
      return showProduct(ctx, press.productId);
    case 'add':
      return addVariant(ctx, press.variantId);
    case 'cart':
      return showCart(ctx);
    case 'cart_plus':
      return stepLine(ctx, press.variantId, 1);
    case 'cart_minus':
      return stepLine(ctx, press.variantId, -1);
    case 'cart_type':
      return askQuantity(ctx, press.variantId);
    case 'cart_remove':
      return takeOut(ctx, press.variantId);
    case 'cart_clear_ask':
      return askClear(ctx);
    case 'cart_clear':
      return clear(ctx);
    case 'cart_fit':
      return fit(ctx);
    case 'cart_accept':
      return accept(ctx);
    case 'checkout':
      return beginCheckout(ctx);
    case 'take_name':
      return takeName(ctx);
    case 'delivery':
      return chooseDelivery(ctx, press.kind);
    case 'days':
      return showDays(ctx);
    case 'day':
      return chooseDay(ctx, press.date);
    case 'slot':
      return chooseSlot(ctx, press);
    case 'skip_comment':
      return skipComment(ctx);
    case 'change':
      return changeField(ctx, press.field);
    case 'summary':
      return keepAsItWas(ctx);
    case 'confirm':
      return confirm(ctx, press.key);
    case 'leave_checkout':
      return leaveCheckout(ctx);
    case 'orders':
      return showOrders(ctx, press.page);
    case 'order':
      return showOrder(ctx, press.orderId);
    case 'retry_payment':
      return payAgain(ctx, press.orderId);
    case 'language':
      return chooseLanguage(ctx, press.language);
    case 'choose_language':
      return askLanguage(ctx);
    case 'consent':
      return sayConsent(ctx, press.yes);
    case 'stop':
      return stop(ctx);
    case 'resume':
      return resume(ctx);
    case 'automation':
      return pressOfAutomation(ctx, press);
  }
}

const isOfBooking = (press: Press): press is BookingPress => Object.hasOwn(bookingCodecs, press.do);
