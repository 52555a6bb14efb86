import { Button, SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconRoute } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, taken, type RunInList } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { RunBadge } from '../../components/badges.tsx';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { FilterRow } from '../../components/filter-row.tsx';
import { LiveMark } from '../../components/live-mark.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { FailuresButton } from './failures-button.tsx';
import { Refusals } from './refusals.tsx';
import { RunPage } from './run-page.tsx';

const states = ['live', 'waiting', 'finished', 'left', 'cancelled', 'failed'] as const;
type State = (typeof states)[number];

/** `/runs/:runId?`: everybody who went or goes through automations, and the way of one. */
export function RunsPage() {
  const { runId } = useParams();
  return runId === undefined ? <RunsList /> : <RunPage key={runId} runId={runId} />;
}

function RunsList() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const asked = {
    automationId: params.get('automation') ?? undefined,
    state: states.find((one) => one === params.get('state')),
    version: Number(params.get('version')) || undefined,
    nodeId: params.get('step') ?? undefined,
    contactId: params.get('contact') ?? undefined,
    search: params.get('q') ?? undefined,
  };
  const automations = useQuery({ queryKey: ['automations'], queryFn: () => taken(api.GET('/api/automations')) });
  const runs = useInfiniteQuery({
    queryKey: ['runs', asked],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      taken(
        api.GET('/api/runs', {
          params: {
            query: {
              limit: 50,
              ...(Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as {
                automationId?: string;
                state?: State;
              }),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const list = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  const choose = (change: Record<string, string | undefined>) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(change)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  const filtered = [...params.keys()].length > 0;
  const refused = params.get('tab') === 'refused';
  return (
    <div className="page">
      <header className="bar wrap">
        <h1>{t('web.watch.runs')}</h1>
        <LiveMark />
        <SegmentedControl
          size="xs"
          aria-label={t('web.why.tabs')}
          value={refused ? 'refused' : 'entered'}
          onChange={(next) => choose({ tab: next === 'refused' ? 'refused' : undefined })}
          data={[
            { value: 'entered', label: t('web.why.people') },
            { value: 'refused', label: t('web.why.tab') },
          ]}
        />
        <span className="sp" />
        <FailuresButton automation={automations.data?.automations.find((one) => one.id === asked.automationId)} />
        {!refused && (
          <SearchField
            label={t('web.watch.search')}
            value={asked.search ?? ''}
            onChange={(q) => choose({ q: q || undefined })}
          />
        )}
      </header>
      <FilterRow label={t('web.watch.filters')}>
        {!refused && (
          <button
            type="button"
            className="fchip"
            aria-pressed={!asked.state}
            onClick={() => choose({ state: undefined })}
          >
            {t('web.runs.all')}
          </button>
        )}
        {(refused ? [] : states).map((state) => (
          <button
            key={state}
            type="button"
            className="fchip"
            aria-pressed={asked.state === state}
            onClick={() => choose({ state: asked.state === state ? undefined : state })}
          >
            {state === 'live' ? t('web.runs.live') : t(`web.run.${state}`)}
          </button>
        ))}
        <Select
          size="xs"
          w={240}
          style={{ flex: 'none' }}
          clearable
          searchable
          aria-label={t('web.runs.automation')}
          placeholder={t('web.watch.any_automation')}
          clearButtonProps={{ 'aria-label': t('web.watch.any_automation') }}
          data={(automations.data?.automations ?? []).map((one) => ({ value: one.id, label: one.name }))}
          value={asked.automationId ?? null}
          onChange={(next) => choose({ automation: next ?? undefined, version: undefined, step: undefined })}
        />
        {(asked.version ?? asked.nodeId ?? asked.contactId) !== undefined && (
          <button
            type="button"
            className="fchip"
            aria-pressed
            onClick={() => choose({ version: undefined, step: undefined, contact: undefined })}
          >
            {asked.version === undefined
              ? t('web.watch.narrowed')
              : t('web.builder.version', { number: asked.version })}
            {' ×'}
          </button>
        )}
      </FilterRow>
      {refused ? (
        <Refusals automationId={asked.automationId} contactId={asked.contactId} />
      ) : runs.isPending ? (
        <Waiting />
      ) : runs.error ? (
        <Failure error={runs.error} retry={() => void runs.refetch()} />
      ) : list.length === 0 ? (
        <Empty icon={IconRoute} text={t(filtered ? 'web.watch.runs_none' : 'web.runs.empty')}>
          {filtered && (
            <Button variant="default" onClick={() => setParams({}, { replace: true })}>
              {t('web.watch.show_all')}
            </Button>
          )}
        </Empty>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('web.watch.runs')}>
          <RunTable runs={list} onOpen={(id) => void navigate(`/runs/${id}`)} />
          {runs.hasNextPage && (
            <div style={{ padding: 16, textAlign: 'center' }}>
              <Button variant="default" loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
                {t('web.more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function RunTable({ runs, onOpen }: { runs: readonly RunInList[]; onOpen: (id: string) => void }) {
  const { t, at, pick } = useWords();
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">{t('web.orders.client')}</th>
          <th scope="col" className="hide-phone">
            {t('web.runs.automation')}
          </th>
          <th scope="col">{t('web.orders.state')}</th>
          <th scope="col" className="hide-phone">
            <span className="visually-hidden">{t('web.orders.note')}</span>
          </th>
          <th scope="col" className="num">
            {t('web.runs.started')}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id} className="press" onClick={() => onOpen(run.id)}>
            <td>
              <span className="row">
                <Avatar name={run.contact} size="sm" />
                <Link className="first" to={`/runs/${run.id}`} onClick={(event) => event.stopPropagation()}>
                  {run.contact}
                </Link>
              </span>
            </td>
            <td className="hide-phone t2">
              {run.automation} <span className="t3 s">v{run.version}</span>
            </td>
            <td>
              <RunBadge run={run} />
            </td>
            <td className="hide-phone s t3">
              {run.state !== 'ended' && run.deadlineAt
                ? t('web.runs.until', { when: at(run.deadlineAt) })
                : run.reasonWords
                  ? pick(run.reasonWords)
                  : ''}
            </td>
            <td className="num t3">{at(run.startedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
