import type { EffectFile } from './effect-file.ts';

export const reachGoal: EffectFile<'reach_goal'> = async (tx, effect, context) => {
  await tx.sql('update run set goal = ? where business_id = ? and id = ?', [effect.goal, tx.businessId, context.runId]);
  tx.emit({
    type: 'automation.goal',
    streamId: context.contactId,
    contactId: context.contactId,
    data: { automationId: context.automationId, goal: effect.goal },
  });
  return {};
};
