import type { Effect, EffectKind } from '#automation/effects.ts';
import { rowStatement } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { addTag } from './add-tag.ts';
import { answerWebhook } from './answer-webhook.ts';
import { bookVisitEffect } from './book-visit.ts';
import { cancelBookingEffect } from './cancel-booking.ts';
import { changeContact } from './change-contact.ts';
import { createTask } from './create-task.ts';
import type { EffectContext, EffectFile } from './effect-file.ts';
import { moveBookingEffect } from './move-booking.ts';
import { notifyStaff } from './notify-staff.ts';
import { reachGoal } from './reach-goal.ts';
import { removeTag } from './remove-tag.ts';
import { sendMessage } from './send-message.ts';
import { startAutomation } from './start-automation.ts';

/** One file a kind; a kind without a file does not compile. */
const files: { [K in EffectKind]: EffectFile<K> } = {
  send_message: sendMessage,
  add_tag: addTag,
  remove_tag: removeTag,
  change_contact: changeContact,
  create_task: createTask,
  notify_staff: notifyStaff,
  start_automation: startAutomation,
  book_visit: bookVisitEffect,
  move_booking: moveBookingEffect,
  cancel_booking: cancelBookingEffect,
  reach_goal: reachGoal,
  answer_webhook: answerWebhook,
};

type Keyed = { key: string; nodeId: string; effect: Effect };
export type Made = { nodeId: string; result: Record<string, unknown> };

/**
 * Makes the effects of a move, each once: their keys are written first, in one statement, and a key that is there
 * already means that its effect was made.
 */
export async function makeEffects(
  tx: Tx,
  effects: readonly Keyed[],
  context: Omit<EffectContext, 'nodeId' | 'key'>,
): Promise<Made[]> {
  if (effects.length === 0) return [];
  const written = await tx.ask(takeKeys, {
    business_id: tx.businessId,
    run_id: context.runId,
    at: tx.now,
    effects: effects.map(({ key, effect }) => ({
      id: newId(),
      key: `${context.runId}:${key}`,
      kind: effect.kind,
    })),
  });
  const fresh = new Set(written.map((row) => row.effect_key));
  const made: Made[] = [];
  for (const { key, nodeId, effect } of effects) {
    const result = fresh.has(`${context.runId}:${key}`)
      ? await (files[effect.kind] as EffectFile<typeof effect.kind>)(tx, effect as never, { ...context, nodeId, key })
      : { madeBefore: true };
    made.push({ nodeId, result });
  }
  return made;
}

type Taken = { business_id: string; run_id: string; at: Date; effects: { id: string; key: string; kind: string }[] };

/** A key is of one run alone, so what comes back is told apart by it. */
const takeKeys = rowStatement<Taken, { effect_key: string }>(
  { business_id: 'uuid', run_id: 'uuid', at: 'timestamptz', effects: 'jsonb' },
  (given) => `
    with wanted as (
      select given.n, given.business_id, given.run_id, given.at, e.* from ${given}
      cross join lateral jsonb_to_recordset(given.effects) as e (id uuid, key text, kind text)),
    taken as (
      insert into effect (id, business_id, run_id, effect_key, kind, created_at)
      select id, business_id, run_id, key, kind, at from wanted
      on conflict (business_id, effect_key) do nothing returning effect_key)
    select wanted.n, taken.effect_key from taken join wanted on wanted.key = taken.effect_key`,
);
