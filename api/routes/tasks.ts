import { z } from 'zod';
import { finishTask } from '#use-cases/tasks/finish-task.ts';
import { listTasks } from '#use-cases/tasks/list-tasks.ts';
import { route } from '../route.ts';
import { byId, done, flag, id, moment, ok, role } from '../schemas.ts';

export const tasks = [
  route({
    method: 'get',
    path: '/tasks',
    summary: 'Tasks for staff: open ones, the soonest first, or the last that were done',
    query: z.strictObject({ state: z.enum(['open', 'done']).default('open'), mine: flag.optional() }),
    response: z.object({
      tasks: z.array(
        z.object({
          taskId: id,
          title: z.string(),
          note: z.string(),
          role: role.nullable(),
          dueAt: moment.nullable(),
          state: z.enum(['open', 'done']),
          doneBy: z.string().nullable(),
          doneAt: moment.nullable(),
          createdAt: moment,
          contact: z.object({ contactId: id, name: z.string() }).nullable(),
        }),
      ),
    }),
    run: (tx, { query }) => listTasks(tx, query),
  }),
  route({
    method: 'put',
    path: '/tasks/{id}/done',
    summary: 'Marks a task done, or takes that back',
    params: byId,
    body: z.strictObject({ done: z.boolean() }),
    response: done,
    run: async (tx, { params, body }) => {
      await finishTask(tx, { taskId: params.id, done: body.done });
      return ok;
    },
  }),
];
