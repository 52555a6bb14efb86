import type { Effect, EffectKind } from '#automation/effects.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { addTag } from './add-tag.ts';
import type { EffectContext, EffectFile } from './effect-file.ts';
import { sendMessage } from './send-message.ts';

/** One file a kind; a kind without a file does not compile. */
const files: { [K in EffectKind]: EffectFile<K> } = {
  send_message: sendMessage,
  add_tag: addTag,
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
