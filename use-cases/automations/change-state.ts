import type { Pause } from '#automation/interpreter.ts';
import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { lockAutomation, needDrawer } from './drafts.ts';
import { readProgram } from './programs.ts';
import { startDates } from './start-dates.ts';

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
 * `policy`: what resuming does with people inside; without it, as the published version says.
 * @throws BusinessError `forbidden`, `automation_not_found`, `automation_state_refused`.
 */
export async function changeAutomationState(
  tx: Tx,
  input: { automationId: string; change: StateChange; policy?: Pause['policy'] | undefined },
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
  if (to === 'active') await endPause(tx, input.automationId, automation.published_version_id, input.policy);
  await tx.sql(
    `update automation set state = ?, paused_at = case when ? = 'active' then null else coalesce(paused_at, ?) end
     where business_id = ? and id = ?`,
    [to, to, tx.now, tx.businessId, input.automationId],
  );
  if (to === 'active' && automation.published_version_id) {
    const { document } = await readProgram(tx, automation.published_version_id);
    await wakePeopleInside(tx, input.automationId);
    await startDates(tx, input.automationId, document.trigger);
  }
  tx.ring(`live:${tx.businessId}:automations`);
  return { state: to };
}

/** Written down, so that each person inside is treated by the policy when they next move. */
async function endPause(
  tx: Tx,
  automationId: string,
  versionId: string | null,
  chosen: Pause['policy'] | undefined,
): Promise<void> {
  const settings = versionId ? (await readProgram(tx, versionId)).document.settings : undefined;
  const policy = chosen ?? settings?.afterPause ?? 'send_late';
  await tx.sql(
    `with next as (update automation set pause_no = pause_no + 1 where business_id = ? and id = ?
       returning business_id, id, pause_no, paused_at)
     insert into automation_pause (business_id, automation_id, no, from_at, to_at, policy)
     select business_id, id, pause_no, coalesce(paused_at, ?), ?, ? from next`,
    [tx.businessId, automationId, tx.now, tx.now, policy],
  );
}

/** Everybody who stood still: what came meanwhile is in their inbox, and a wait that is over is over. */
async function wakePeopleInside(tx: Tx, automationId: string): Promise<void> {
  await tx.sql(
    `update run_inbox set next_attempt_at = ?::timestamptz - interval '1 second' where business_id = ? and state = 'pending' and run_id in (
       select id from run where business_id = ? and automation_id = ? and state <> 'ended')`,
    [tx.now, tx.businessId, tx.businessId, automationId],
  );
  await tx.sql(
    `update process set wake_no = wake_no + 1, woken_at = ? where business_id = ? and state = 'open' and id in (
       select 'run:' || id from run where business_id = ? and automation_id = ? and state in ('waiting', 'calling'))`,
    [tx.now, tx.businessId, tx.businessId, automationId],
  );
  tx.ring('pump');
  tx.ring('router');
}
