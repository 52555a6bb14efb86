import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { endRun } from './end-run.ts';
import { lockRun } from './lock-run.ts';

/** Takes a person out of an automation at once. @throws BusinessError `forbidden`, `run_not_found`. */
export async function cancelRun(tx: Tx, input: { runId: string }): Promise<void> {
  if (tx.actor.kind === 'user' && tx.actor.role === 'master')
    throw new BusinessError('forbidden', { needs: ['owner', 'manager'] });
  await needRun(tx, input.runId);
  const by = tx.actor.kind === 'user' ? tx.actor.name : 'process';
  await endRun(tx, await lockRun(tx, input.runId), { outcome: 'cancelled', reason: 'cancelled_by_staff', by });
}

/** @throws BusinessError `run_not_found`. */
export async function needRun(tx: Tx, runId: string): Promise<void> {
  const found = await tx.sql('select 1 from run where business_id = ? and id = ?', [tx.businessId, runId]);
  if (found.length === 0) throw new BusinessError('run_not_found', { runId });
}
