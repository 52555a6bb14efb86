import { createTask as makeTask } from '#use-cases/tasks/create-task.ts';
import type { EffectFile } from './effect-file.ts';

export const createTask: EffectFile<'create_task'> = async (tx, effect, context) => {
  const taskId = await makeTask(tx, {
    title: effect.title,
    note: effect.note,
    role: effect.role,
    dueAt: effect.dueAt === null ? null : new Date(effect.dueAt),
    contactId: context.contactId,
    runId: context.runId,
  });
  return { taskId };
};
