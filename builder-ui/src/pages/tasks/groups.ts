import type { paths } from '#api-client/schema.d.ts';

export type Task = paths['/api/tasks']['get']['responses'][200]['content']['application/json']['tasks'][number];
export type Due = 'overdue' | 'today' | 'later' | 'no_date';

const order = ['overdue', 'today', 'later', 'no_date'] as const;

/** Open tasks by how pressing they are; within each the soonest first, as they came. `sameDay`: on the business's wall clock. */
export function groupTasks(
  tasks: readonly Task[],
  nowMs: number,
  sameDay: (moment: string) => boolean,
): { due: Due; tasks: Task[] }[] {
  const dueOf = (task: Task): Due => {
    if (task.dueAt === null) return 'no_date';
    if (Date.parse(task.dueAt) < nowMs) return 'overdue';
    return sameDay(task.dueAt) ? 'today' : 'later';
  };
  return order
    .map((due) => ({ due, tasks: tasks.filter((task) => dueOf(task) === due) }))
    .filter((group) => group.tasks.length > 0);
}
