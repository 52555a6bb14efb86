import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconBolt, IconRoute } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, taken, type Automation, type RunInList } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { AutomationBadge, RunBadge } from '../../components/badges.tsx';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { LiveMark } from '../../components/live-mark.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { RunPanel } from './run-panel.tsx';

export function AutomationsPage() {
  const { t } = useWords();
  const { runId } = useParams();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const automationId = params.get('automation') ?? undefined;
  const live = params.get('live') === 'true';
  const all = useQuery({ queryKey: ['automations'], queryFn: () => taken(api.GET('/api/automations')) });
  const runs = useInfiniteQuery({
    queryKey: ['runs', automationId, live],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      taken(
        api.GET('/api/runs', {
          params: {
            query: {
              limit: 50,
              ...(automationId ? { automationId } : {}),
              ...(live ? { state: 'live' as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const list = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  const choose = (next: Record<string, string>) => setParams(next);
  return (
    <div className="page">
      <header className="bar">
        <h1>{t('web.nav.automations')}</h1>
        <LiveMark />
      </header>
      {all.isPending ? (
        <Waiting />
      ) : all.error ? (
        <Failure error={all.error} retry={() => void all.refetch()} />
      ) : all.data.automations.length === 0 ? (
        <Empty icon={IconRoute} text={t('web.automations.empty')} />
      ) : (
        <div style={{ overflow: 'auto', flex: 1 }} tabIndex={0} role="region" aria-label={t('web.nav.automations')}>
          <div className="col g12" style={{ padding: 20 }}>
            {all.data.automations.map((automation) => (
              <AutomationCard
                key={automation.id}
                automation={automation}
                chosen={automation.id === automationId && live}
                onInside={() => choose({ automation: automation.id, live: 'true' })}
                onAll={() => choose({ automation: automation.id })}
              />
            ))}
          </div>
          <div className="row wrap" style={{ padding: '0 20px 12px' }}>
            <h2 className="sp">{t('web.runs.title')}</h2>
            <button type="button" className="fchip" aria-pressed={!automationId && !live} onClick={() => choose({})}>
              {t('web.runs.all')}
            </button>
            <button
              type="button"
              className="fchip"
              aria-pressed={live}
              onClick={() =>
                choose({ ...(automationId ? { automation: automationId } : {}), ...(live ? {} : { live: 'true' }) })
              }
            >
              {t('web.runs.live')}
            </button>
          </div>
          {runs.isPending ? (
            <Waiting />
          ) : runs.error ? (
            <Failure error={runs.error} retry={() => void runs.refetch()} />
          ) : list.length === 0 ? (
            <Empty icon={IconRoute} text={t('web.runs.empty')} />
          ) : (
            <RunTable
              runs={list}
              openId={runId}
              query={params.toString()}
              onOpen={(id) => void navigate({ pathname: `/automations/${id}`, search: params.toString() })}
            />
          )}
          {runs.hasNextPage && (
            <div style={{ padding: 16, textAlign: 'center' }}>
              <Button variant="default" onClick={() => void runs.fetchNextPage()}>
                {t('web.more')}
              </Button>
            </div>
          )}
        </div>
      )}
      {runId && (
        <RunPanel
          key={runId}
          runId={runId}
          onClose={() => void navigate({ pathname: '/automations', search: params.toString() })}
        />
      )}
    </div>
  );
}

function AutomationCard({
  automation,
  chosen,
  onInside,
  onAll,
}: {
  automation: Automation;
  chosen: boolean;
  onInside: () => void;
  onAll: () => void;
}) {
  const { t, pick, at } = useWords();
  return (
    <article
      className="card row g12 wrap"
      style={{ padding: '12px 16px', borderColor: chosen ? 'var(--accent-line)' : undefined }}
    >
      <span className="tile start">
        <IconBolt size={18} aria-hidden="true" />
      </span>
      <div className="sp" style={{ minWidth: 200 }}>
        <div className="row wrap">
          <h2 style={{ fontSize: 14, lineHeight: '20px' }}>{automation.name}</h2>
          <AutomationBadge state={automation.state} />
        </div>
        <div className="s t2">{automation.trigger ? pick(automation.trigger) : t('web.automations.draft')}</div>
        {automation.version !== null && automation.publishedAt && (
          <div className="xs t3">
            {t('web.automations.version', { number: automation.version, when: at(automation.publishedAt) })},{' '}
            {t('web.automations.steps', { count: automation.steps })}
          </div>
        )}
      </div>
      <div className="row wrap">
        <Button variant="default" size="xs" h={32} onClick={onInside}>
          {t('web.automations.inside', { count: automation.inside })}
        </Button>
        <Button variant="subtle" color="gray" size="xs" h={32} onClick={onAll}>
          {t('web.automations.entered', { count: automation.entered })}
        </Button>
      </div>
    </article>
  );
}

function RunTable({
  runs,
  openId,
  query,
  onOpen,
}: {
  runs: RunInList[];
  openId: string | undefined;
  query: string;
  onOpen: (id: string) => void;
}) {
  const { t, at, pick } = useWords();
  return (
    <div style={{ background: 'var(--surface)', borderTop: '1px solid var(--line)', overflowX: 'auto' }}>
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
            <tr key={run.id} className={`press ${run.id === openId ? 'on' : ''}`} onClick={() => onOpen(run.id)}>
              <td>
                <span className="row">
                  <Avatar name={run.contact} size="sm" />
                  <Link
                    className="first"
                    to={{ pathname: `/automations/${run.id}`, search: query }}
                    onClick={(event) => event.stopPropagation()}
                  >
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
    </div>
  );
}
