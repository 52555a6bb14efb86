import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { lockAutomation, needDrawer } from './drafts.ts';

/** What an automation can be told, and from which states. */
const changes = {
  /** Nobody enters; people inside stay where they are. */
  pause: { from: ['active'], to: 'paused' },
  resume: { from: ['paused'], to: 'active' },
  /** Out of the way; people inside stay where they are. */
  archive: { from: ['draft', 'active', 'paused'], to: 'archived' },
} as const;
export type StateChange = keyof typeof changes | 'unarchive';

/**
 * Pauses, resumes, archives an automation or takes it back from the archive (as it was not: paused, or a draft).
 * @throws BusinessError `forbidden`, `automation_not_found`, `automation_state_refused`.
 */
export async function changeAutomationState(
  tx: Tx,
  input: { automationId: string; change: StateChange },
): Promise<{ state: 'draft' | 'active' | 'paused' | 'archived' }> {
  needDrawer(tx);
  const automation = await lockAutomation(tx, input.automationId);
  const to =
    input.change === 'unarchive'
      ? automation.published_version_id === null
        ? 'draft'
        : 'paused'
      : changes[input.change].to;
  const from: readonly string[] = input.change === 'unarchive' ? ['archived'] : changes[input.change].from;
  if (automation.state === to) return { state: to };
  if (!from.includes(automation.state))
    throw new BusinessError('automation_state_refused', { state: automation.state, change: input.change });
  await tx.sql('update automation set state = ? where business_id = ? and id = ?', [
    to,
    tx.businessId,
    input.automationId,
  ]);
  if (to === 'active') await wakePeopleInside(tx, input.automationId);
  tx.ring(`live:${tx.businessId}:automations`);
  return { state: to };
}

/** Everybody who stood still: what came meanwhile is in their inbox, and a wait that is over is over. */
async function wakePeopleInside(tx: Tx, automationId: string): Promise<void> {
  await tx.sql(
    `update run_inbox set next_attempt_at = ?::timestamptz - interval '1 second' where business_id = ? and state = 'pending' and run_id in (
       select id from run where business_id = ? and automation_id = ? and state in ('opened', 'waiting'))`,
    [tx.now, tx.businessId, tx.businessId, automationId],
  );
  await tx.sql(
    `update process set wake_no = wake_no + 1, woken_at = ? where business_id = ? and state = 'open' and id in (
       select 'run:' || id from run where business_id = ? and automation_id = ? and state = 'waiting')`,
    [tx.now, tx.businessId, tx.businessId, automationId],
  );
  tx.ring('pump');
  tx.ring('router');
}
