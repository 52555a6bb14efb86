import { Checkbox } from '@mantine/core';
import { IconAlarm, IconClock, IconUser } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from '../../words.tsx';
import type { Task } from './groups.ts';

/** One task: what to do, by when, for whom, and a tick. */
export function TaskRow({
  task,
  overdue,
  pending,
  onTick,
}: {
  task: Task;
  overdue: boolean;
  pending: boolean;
  onTick(done: boolean): void;
}) {
  const { t, when, at } = useWords();
  const isDone = task.state === 'done';
  return (
    <li className={overdue ? 'task overdue' : 'task'}>
      <Checkbox
        size="md"
        checked={isDone !== pending}
        disabled={pending}
        aria-label={t(isDone ? 'web.tasks.untick' : 'web.tasks.tick', { title: task.title })}
        onChange={() => onTick(!isDone)}
      />
      <div className="sp col g4">
        <span className="task-title">{task.title}</span>
        {task.note !== '' && <span className="s t2 task-note">{task.note}</span>}
        <span className="row wrap s t3">
          {isDone
            ? task.doneAt && <span>{t('web.tasks.by', { name: task.doneBy ?? '', when: when(task.doneAt) })}</span>
            : task.dueAt && (
                <span className={overdue ? 'row g4 task-late' : 'row g4'}>
                  {overdue ? <IconAlarm size={15} aria-hidden="true" /> : <IconClock size={15} aria-hidden="true" />}
                  {t(overdue ? 'web.tasks.was_due' : 'web.tasks.due', { when: at(task.dueAt) })}
                </span>
              )}
          {task.contact && (
            <Link to={`/clients/${task.contact.contactId}`} className="row g4" title={t('web.tasks.to_client')}>
              <IconUser size={15} aria-hidden="true" />
              {task.contact.name}
            </Link>
          )}
          {!isDone && (
            <span>
              {task.role ? t('web.tasks.for_role', { role: t(`web.role.${task.role}`) }) : t('web.tasks.for_all')}
            </span>
          )}
        </span>
      </div>
    </li>
  );
}
