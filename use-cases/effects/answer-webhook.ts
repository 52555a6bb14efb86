import type { EffectFile } from './effect-file.ts';

/** Kept with the run; the door that let the request in reads it after the first move. The first answer counts. */
export const answerWebhook: EffectFile<'answer_webhook'> = async (tx, effect, context) => {
  await tx.sql('update run set answer = coalesce(answer, ?::jsonb) where business_id = ? and id = ?', [
    JSON.stringify({ status: effect.status, body: effect.body, contentType: effect.contentType }),
    tx.businessId,
    context.runId,
  ]);
  return { status: effect.status };
};
