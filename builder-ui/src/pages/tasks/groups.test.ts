import { describe, expect, it } from '@jest/globals';
import { groupTasks, type Task } from './groups.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const task = (taskId: string, dueAt: string | null): Task => ({
  taskId,
  dueAt,
  title: taskId,
  note: '',
  role: null,
  state: 'open',
  doneBy: null,
  doneAt: null,
  createdAt: '2026-11-20T12:00:00Z',
  contact: null,
});

describe('open tasks', () => {
  it('come overdue first, then those of today, then later ones, and those without a date last', () => {
    const tasks = [
      task('late', '2026-11-20T12:00:00Z'),
      task('evening', '2026-11-21T18:00:00Z'),
      task('monday', '2026-11-23T09:00:00Z'),
      task('some day', null),
    ];
    const groups = groupTasks(tasks, NOW, (moment) => moment.startsWith('2026-11-21'));
    expect(groups.map(({ due, tasks: list }) => [due, list.map((one) => one.taskId)])).toEqual([
      ['overdue', ['late']],
      ['today', ['evening']],
      ['later', ['monday']],
      ['no_date', ['some day']],
    ]);
  });

  it('leave no heading where there is nothing under it', () => {
    expect(groupTasks([task('late', '2026-11-20T12:00:00Z')], NOW, () => false)).toHaveLength(1);
    expect(groupTasks([], NOW, () => false)).toEqual([]);
  });
});
