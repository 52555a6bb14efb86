import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { api, taken } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import type { Task } from './groups.ts';

/** Ticks a task or opens it again, with a way back for ten seconds. */
export function useTick() {
  const { t } = useWords();
  const tick = useAction(
    async ({ task, done }: { task: Task; done: boolean; isUndo?: boolean }) => {
      await taken(api.PUT('/api/tasks/{id}/done', { params: { path: { id: task.taskId } }, body: { done } }));
    },
    { touches: ['tasks'] },
  );
  const change = (task: Task, done: boolean, isUndo = false): void =>
    tick.mutate({ task, done, isUndo }, { onSuccess: () => (isUndo ? undefined : told(task, done)) });
  function told(task: Task, done: boolean): void {
    const id = `task-${task.taskId}`;
    notifications.hide(id);
    notifications.show({
      id,
      color: 'takt',
      autoClose: 10_000,
      message: (
        <div className="row">
          <span className="sp">{t(done ? 'web.tasks.ticked' : 'web.tasks.reopened', { title: task.title })}</span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              change(task, !done, true);
            }}
          >
            {t('web.tasks.undo')}
          </Button>
        </div>
      ),
    });
  }
  return { change, pending: tick.isPending ? tick.variables.task.taskId : undefined };
}
