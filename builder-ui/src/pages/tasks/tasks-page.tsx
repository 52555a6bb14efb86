import './tasks.css';
import { Switch } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconChecklist } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { api, taken } from '../../api.ts';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { FilterRow } from '../../components/filter-row.tsx';
import { LiveMark } from '../../components/live-mark.tsx';
import { useNow } from '../../components/use-now.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { groupTasks } from './groups.ts';
import { TaskRow } from './task-row.tsx';
import { useTick } from './use-tick.tsx';

/** `/tasks`: what automations ask of people: open ones, the overdue first, and what was done. */
export function TasksPage() {
  const { t, at } = useWords();
  const [params, setParams] = useSearchParams();
  const state = params.get('state') === 'done' ? 'done' : 'open';
  const mine = params.get('mine') === '1';
  const now = useNow(60_000);
  const tick = useTick();
  const query = useQuery({
    queryKey: ['tasks', state, mine],
    placeholderData: keepPreviousData,
    queryFn: () =>
      taken(api.GET('/api/tasks', { params: { query: { state, ...(mine ? { mine: 'true' as const } : {}) } } })),
  });
  const tasks = query.data?.tasks ?? [];
  const choose = (change: { state?: 'open' | 'done'; mine?: boolean }) => {
    const next = { state, mine, ...change };
    setParams(
      { ...(next.state === 'done' ? { state: 'done' } : {}), ...(next.mine ? { mine: '1' } : {}) },
      { replace: true },
    );
  };
  const today = at(new Date(now).toISOString(), 'date');
  const groups =
    state === 'done'
      ? [{ due: 'no_date' as const, tasks }]
      : groupTasks(tasks, now, (moment) => at(moment, 'date') === today);
  return (
    <div className="page">
      <header className="bar wrap">
        <h1>{t('web.tasks.title')}</h1>
        <LiveMark />
      </header>
      <FilterRow label={t('web.tasks.which')}>
        {(['open', 'done'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="fchip"
            aria-pressed={state === one}
            onClick={() => choose({ state: one })}
          >
            {t(`web.tasks.${one}`)}
          </button>
        ))}
        <Switch
          label={t('web.tasks.mine')}
          checked={mine}
          onChange={(event) => choose({ mine: event.currentTarget.checked })}
        />
      </FilterRow>
      {query.isPending ? (
        <Waiting height={48} />
      ) : query.error ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : tasks.length === 0 ? (
        <Empty
          icon={IconChecklist}
          text={t(state === 'done' ? 'web.tasks.none_done' : mine ? 'web.tasks.none_mine' : 'web.tasks.none')}
        />
      ) : (
        <div className="task-scroll" tabIndex={0} role="region" aria-label={t('web.tasks.title')}>
          {groups.map((group) => (
            <section key={group.due} aria-label={state === 'done' ? t('web.tasks.done') : t(`web.tasks.${group.due}`)}>
              {state === 'open' && <h2>{t(`web.tasks.${group.due}`)}</h2>}
              <ul className="card tasks">
                {group.tasks.map((task) => (
                  <TaskRow
                    key={task.taskId}
                    task={task}
                    overdue={group.due === 'overdue'}
                    pending={tick.pending === task.taskId}
                    onTick={(done) => tick.change(task, done)}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </div>
  );
}
