import type { ProcessInput } from '#domain/processes.ts';
import {
  bookingProcessId,
  bulkProcessId,
  orderProcessId,
  paymentProcessId,
  remindersProcessId,
} from '#domain/processes.ts';
import type { Actor } from '#persistence/with-business.ts';
import { decideUnconfirmed } from '#use-cases/bookings/decide-unconfirmed.ts';
import { nextBookingStep } from '#use-cases/bookings/next-booking-step.ts';
import { remindOfBooking } from '#use-cases/bookings/remind-of-booking.ts';
import { remindOthersDue } from '#use-cases/bookings/remind-others.ts';
import { nextBulkPage } from '#use-cases/bulk/next-page.ts';
import { failMove } from '#use-cases/automations/fail-move.ts';
import { moveOrder } from '#use-cases/orders/move-order.ts';
import { nextCheckoutStep } from '#use-cases/orders/next-checkout-step.ts';
import { expirePayment } from '#use-cases/payments/expire-payment.ts';
import { nextPaymentStep } from '#use-cases/payments/next-payment-step.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { byRun, moveOn, type MovedOn } from './move-on.ts';

const by = (id: string): Actor => ({ kind: 'process', id });

/** Steps that only touch our Postgres: each one use case in one transaction. */
export function processSteps({ withBusiness }: ActivityDependencies) {
  return {
    async nextCheckoutStep(input: ProcessInput) {
      const step = await withBusiness(input.businessId, by(orderProcessId(input.subjectId)), (tx) =>
        nextCheckoutStep(tx, input.subjectId),
      );
      return step.kind === 'wait' ? { ...step, until: step.until?.toISOString() ?? null } : step;
    },

    async completeOrder(input: ProcessInput) {
      await withBusiness(input.businessId, by(orderProcessId(input.subjectId)), (tx) =>
        moveOrder(tx, { orderId: input.subjectId, to: 'completed' }),
      );
    },

    async nextPaymentStep(input: ProcessInput) {
      const step = await withBusiness(input.businessId, by(paymentProcessId(input.subjectId)), (tx) =>
        nextPaymentStep(tx, input.subjectId),
      );
      return step.kind === 'wait' ? { ...step, until: step.until?.toISOString() ?? null } : step;
    },

    async expirePayment(input: ProcessInput & { orderId: string }) {
      return withBusiness(input.businessId, by(paymentProcessId(input.subjectId)), (tx) =>
        expirePayment(tx, { paymentId: input.subjectId, orderId: input.orderId }),
      );
    },

    async nextBookingStep(input: ProcessInput) {
      const step = await withBusiness(input.businessId, by(bookingProcessId(input.subjectId)), (tx) =>
        nextBookingStep(tx, input.subjectId),
      );
      void remindOthersDue(withBusiness, input.businessId);
      return step.kind === 'wait' ? { ...step, until: step.until?.toISOString() ?? null } : step;
    },

    async decideUnconfirmed(input: ProcessInput) {
      await withBusiness(input.businessId, by(bookingProcessId(input.subjectId)), (tx) =>
        decideUnconfirmed(tx, input.subjectId),
      );
    },

    async remindOfBooking(input: ProcessInput) {
      const step = await withBusiness(input.businessId, by(remindersProcessId(input.subjectId)), (tx) =>
        remindOfBooking(tx, input.subjectId),
      );
      void remindOthersDue(withBusiness, input.businessId);
      return step.kind === 'wait' ? { ...step, until: step.until.toISOString() } : step;
    },

    async nextBulkPage(input: ProcessInput) {
      return withBusiness(input.businessId, by(bulkProcessId(input.subjectId)), (tx) =>
        nextBulkPage(tx, input.subjectId),
      );
    },

    /** Who was woken goes at once; its own timer, and its first look, may wait a moment for company. */
    async advanceRun(input: ProcessInput & { isWoken?: boolean }): Promise<MovedOn> {
      try {
        return await moveOn(withBusiness, input, { isPatient: input.isWoken === false });
      } catch (error) {
        // Broken by its post: the same counter as in the router, so that poison ends the run and not the worker.
        await withBusiness(input.businessId, byRun(input.subjectId), (tx) =>
          failMove(tx, { runId: input.subjectId, error: String(error) }),
        );
        throw error;
      }
    },
  };
}
