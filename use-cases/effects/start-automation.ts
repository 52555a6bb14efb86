import type { EffectFile } from './effect-file.ts';

/** Says that this person is to enter another automation; the router lets them in, or tells the waiting run why not. */
export const startAutomation: EffectFile<'start_automation'> = async (tx, effect, context) => {
  tx.emit({
    type: 'automation.started',
    streamId: context.contactId,
    contactId: context.contactId,
    data: {
      automationId: effect.automationId,
      by: `automation:${context.automationId}`,
      parentRunId: effect.waits ? context.runId : null,
    },
  });
  return { automationId: effect.automationId };
};
