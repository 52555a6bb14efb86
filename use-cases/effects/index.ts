import type { Effect, EffectKind } from '#automation/effects.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { addTag } from './add-tag.ts';
import { answerWebhook } from './answer-webhook.ts';
import { changeContact } from './change-contact.ts';
import { createTask } from './create-task.ts';
import type { EffectContext, EffectFile } from './effect-file.ts';
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
  reach_goal: reachGoal,
  answer_webhook: answerWebhook,
};

/** Makes an effect once: its key is written with it, and a key that is there already means it was made. */
export async function makeEffect(tx: Tx, effect: Effect, context: EffectContext): Promise<Record<string, unknown>> {
  const key = `${context.runId}:${context.key}`;
  const written = await tx.sql(
    `insert into effect (id, business_id, run_id, effect_key, kind, created_at) values (?, ?, ?, ?, ?, ?)
     on conflict (business_id, effect_key) do nothing returning id`,
    [newId(), tx.businessId, context.runId, key, effect.kind, tx.now],
  );
  if (written.length === 0) return { madeBefore: true };
  const file = files[effect.kind] as EffectFile<typeof effect.kind>;
  return file(tx, effect as never, context);
}
