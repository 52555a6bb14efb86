import { paymentProcessId } from '#domain/processes.ts';
import { ProviderError } from '#platform/provider-error.ts';
import type { Actor } from '#persistence/with-business.ts';
import type { CreatePayment, PaymentState } from '#providers/payments/port.ts';
import {
  markTried,
  readAttempt,
  readRefund,
  recordNeverMade,
  type AttemptForProvider,
} from '#use-cases/payments/read-attempt.ts';
import { recordLink, recordLinkRefused } from '#use-cases/payments/record-link.ts';
import { recordRefund, recordRefundRefused } from '#use-cases/payments/record-refund.ts';
import { settleAttempt } from '#use-cases/payments/settle-attempt.ts';
import type { ActivityDependencies } from './dependencies.ts';

const by = (paymentId: string): Actor => ({ kind: 'process', id: paymentProcessId(paymentId) });
/** Providers keep an idempotency key for a day; after that an unanswered call is searched for, never repeated. */
const KEY_LIVES_MS = 23 * 3_600_000;

/** Calls to the payment provider. The key is the id of the row, so that a repeat is the same request. */
export function paymentCalls({ withBusiness, paymentsOf, clock }: ActivityDependencies) {
  return {
    /** Key: the attempt's id. Reads the rows first: a payment that no longer waits gets no link. */
    async makePaymentLink(input: {
      businessId: string;
      attemptId: string;
    }): Promise<'made' | 'not_needed' | 'refused'> {
      const attempt = await withBusiness(input.businessId, { kind: 'system', name: 'checkout' }, (tx) =>
        readAttempt(tx, input.attemptId),
      );
      if (!attempt || attempt.state !== 'created' || attempt.paymentState !== 'awaiting') return 'not_needed';
      const actor = by(attempt.paymentId);
      const provider = await paymentsOf(input.businessId, attempt.shopId);
      try {
        const made =
          clock.now().getTime() - attempt.createdAt.getTime() > KEY_LIVES_MS
            ? await provider.findByAttempt(attempt.id, attempt.createdAt)
            : await provider.create(createRequest(attempt));
        if (!made?.confirmationUrl)
          throw new ProviderError({
            service: 'payments',
            method: 'create',
            code: 'no_link',
            message: 'answered without a link',
            retryable: false,
          });
        const link = { attemptId: attempt.id, providerPaymentId: made.providerPaymentId, url: made.confirmationUrl };
        await withBusiness(input.businessId, actor, (tx) => recordLink(tx, link));
        return 'made';
      } catch (error) {
        if (!(error instanceof ProviderError) || error.retryable || error.ambiguous) throw error;
        await withBusiness(input.businessId, actor, (tx) =>
          recordLinkRefused(tx, { attemptId: attempt.id, error: error.message }),
        );
        return 'refused';
      }
    },

    /** Fetches the state of a try and settles it. Silence is an answer too: the workflow goes on and asks later. */
    async checkAttempt(input: { businessId: string; attemptId: string }): Promise<string> {
      const attempt = await withBusiness(input.businessId, { kind: 'system', name: 'payment-check' }, async (tx) => {
        await markTried(tx, input.attemptId);
        return readAttempt(tx, input.attemptId);
      });
      if (!attempt || (attempt.state !== 'created' && attempt.state !== 'pending')) return 'already_settled';
      const actor = by(attempt.paymentId);
      const provider = await paymentsOf(input.businessId, attempt.shopId);
      let state: PaymentState | undefined;
      try {
        state = attempt.providerPaymentId
          ? await provider.get(attempt.providerPaymentId)
          : await provider.findByAttempt(attempt.id, attempt.createdAt);
      } catch (error) {
        if (error instanceof ProviderError) return `silent: ${error.code}`;
        throw error;
      }
      if (!state) {
        await withBusiness(input.businessId, actor, (tx) => recordNeverMade(tx, attempt.id));
        return 'never_made';
      }
      const found = state;
      return withBusiness(input.businessId, actor, (tx) =>
        settleAttempt(tx, {
          attemptId: attempt.id,
          providerPaymentId: found.providerPaymentId,
          status: found.status,
          amountMinor: found.amountMinor,
          currency: found.currency,
          reason: found.cancellationReason,
        }),
      );
    },

    /** Key: the refund's id. */
    async sendRefund(input: { businessId: string; subjectId: string; refundId: string }): Promise<string> {
      const actor = by(input.subjectId);
      const refund = await withBusiness(input.businessId, actor, (tx) => readRefund(tx, input.refundId));
      if (!refund || refund.state !== 'due' || refund.providerPaymentId === null) return 'not_needed';
      const provider = await paymentsOf(input.businessId, refund.shopId);
      try {
        const sent = await provider.refund({
          refundId: refund.id,
          providerPaymentId: refund.providerPaymentId,
          amountMinor: refund.amountMinor,
          currency: refund.currency,
          receipt: refund.request.receipt,
        });
        if (sent.status === 'canceled')
          throw new ProviderError({
            service: 'payments',
            method: 'refund',
            code: 'canceled',
            message: 'the provider cancelled it',
            retryable: false,
          });
        if (sent.status === 'pending')
          throw new ProviderError({
            service: 'payments',
            method: 'refund',
            code: 'pending',
            message: 'not done yet; asked again with the same key',
            retryable: true,
          });
        await withBusiness(input.businessId, actor, (tx) =>
          recordRefund(tx, { refundId: refund.id, providerRefundId: sent.providerRefundId }),
        );
        return sent.status;
      } catch (error) {
        if (!(error instanceof ProviderError) || error.retryable || error.ambiguous) throw error;
        await withBusiness(input.businessId, actor, (tx) =>
          recordRefundRefused(tx, { refundId: refund.id, error: error.message }),
        );
        return 'refused';
      }
    },
  };
}

function createRequest(attempt: AttemptForProvider): CreatePayment {
  return { attemptId: attempt.id, ...attempt.request, capture: true };
}
