import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import type { OutsideAnswer } from '#automation/effects.ts';
import type { ProcessInput } from '#domain/processes.ts';
import { sharedDoor } from '#persistence/shared-door.ts';
import { logger } from '#platform/logger.ts';
import { ProviderError } from '#platform/provider-error.ts';
import { HttpTrouble } from '#providers/http/port.ts';
import {
  beginOutsideCall,
  recordOutsideAnswer,
  type OutsideCallToMake,
} from '#use-cases/outside-calls/outside-calls.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { byRun, moveOn, type MovedOn } from './move-on.ts';

type CallInput = ProcessInput & { key: string; retries: number };
type Answer = Omit<OutsideAnswer, 'key'>;

/** Calls to servers of others, for automations. The key is run and visit, so that a repeat is the same request. */
export function outsideCalls({ withBusiness, http }: ActivityDependencies) {
  const door = sharedDoor(withBusiness);
  const record = (input: CallInput, answer: Answer) =>
    door(input.businessId, byRun(input.subjectId), (tx) =>
      recordOutsideAnswer(tx, { runId: input.subjectId, answer: { key: input.key, ...answer } }),
    );
  return {
    /**
     * Reads the run first: who has gone on gets no call. Tried again only where the network or the server failed.
     * @returns where the run stands after the answer; `answered` when its turn broke, so that the workflow takes it.
     */
    async callOutside(input: CallInput): Promise<MovedOn | 'answered' | 'gone'> {
      const call = await door(
        input.businessId,
        byRun(input.subjectId),
        (tx) => beginOutsideCall(tx, { runId: input.subjectId, key: input.key }),
        { isPatient: true },
      );
      if (!call) return 'gone';
      const beat = setInterval(() => heartbeat(), 2_000);
      try {
        const answer = await ask(input, call);
        const last = activityInfo().attempt > input.retries;
        if (!last && (answer.status >= 500 || answer.status === 429)) throw again(String(answer.status));
        return await moveOnBy(input, answer);
      } finally {
        clearInterval(beat);
      }
    },

    /** The call could not be made at all: its step goes on by `error`, so that nobody waits for ever. */
    async failOutsideCall(input: CallInput): Promise<void> {
      await record(input, { ok: false, status: 0, body: '', error: 'not_made' });
    },
  };

  /** The answer and the turn that follows it in one transaction; an answer is kept whatever becomes of the turn. */
  async function moveOnBy(input: CallInput, answer: Answer): Promise<MovedOn | 'answered'> {
    try {
      return await moveOn(withBusiness, input, { isPatient: true, answer: { key: input.key, ...answer } });
    } catch (error) {
      logger.warn({ runId: input.subjectId, error: String(error) }, 'a turn after a call broke');
      await record(input, answer);
      return 'answered';
    }
  }

  async function ask(input: CallInput, { request, secrets }: OutsideCallToMake): Promise<Answer> {
    const missing = request.headers.find((header) => header.secret && secrets[header.secret] === undefined);
    if (missing) return { ok: false, status: 0, body: '', error: 'secret_missing' };
    const headers = request.headers.map(({ name, value, secret }) => [
      name,
      secret ? value.replace('{}', secrets[secret] ?? '') : value,
    ]);
    try {
      const { status, body } = await http.call({
        method: request.method,
        url: request.url,
        headers: {
          ...(request.body === null ? {} : { 'content-type': 'application/json' }),
          'idempotency-key': `takt-${input.subjectId}-${input.key}`,
          ...Object.fromEntries(headers),
        },
        secretHeaders: request.headers.flatMap(({ name, secret }) => (secret ? [name] : [])),
        ...(request.body === null ? {} : { body: request.body }),
        timeoutMs: request.timeoutSeconds * 1_000,
        signal: cancellationSignal(),
      });
      const ok = status >= 200 && status < 300;
      return { ok, status, body, error: ok ? null : `status_${status}` };
    } catch (error) {
      if (!(error instanceof HttpTrouble)) throw error;
      const last = activityInfo().attempt > input.retries;
      if (error.kind === 'failed' && !last) throw again(error.code);
      return { ok: false, status: 0, body: '', error: error.code };
    }
  }
}

const again = (code: string) =>
  new ProviderError({ service: 'http', method: 'call', code, message: `the call failed: ${code}`, retryable: true });
