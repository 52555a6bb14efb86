import { escapeHtml, tellStaff } from '#use-cases/messages/tell-people.ts';
import type { EffectFile } from './effect-file.ts';

/** In the business's own words, the same for everybody of staff who linked a chat. */
export const notifyStaff: EffectFile<'notify_staff'> = async (tx, effect, context) => {
  const told = await tellStaff(tx, {
    notice: null,
    key: `run:${context.runId}:${context.key}`,
    words: () => ({ text: escapeHtml(effect.text) }),
  });
  return { told };
};
