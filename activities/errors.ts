import { ApplicationFailure } from '@temporalio/common';
import { BusinessError } from '#domain/errors.ts';
import { ProviderError } from '#platform/provider-error.ts';

/** The border to Temporal: a business refusal is final, a provider's error says itself whether to try again. */
export function translated<A extends unknown[], R>(activity: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await activity(...args);
    } catch (error) {
      throw translate(error);
    }
  };
}

function translate(error: unknown): unknown {
  if (error instanceof BusinessError) {
    return ApplicationFailure.create({
      message: error.code,
      type: error.code,
      nonRetryable: true,
      details: [error.facts],
    });
  }
  if (error instanceof ProviderError) {
    return ApplicationFailure.create({
      message: error.message,
      type: `${error.service}_${error.code}`,
      nonRetryable: !error.retryable,
      ...(error.retryAfterSeconds === undefined ? {} : { nextRetryDelay: `${error.retryAfterSeconds} seconds` }),
    });
  }
  return error;
}
