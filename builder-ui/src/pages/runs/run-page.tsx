import './runs.css';
import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowLeft, IconExternalLink, IconHourglass, IconRefresh, IconSitemap } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, taken, type Run } from '../../api.ts';
import { RunBadge } from '../../components/badges.tsx';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { useRetryOne } from '../automations/failures/use-retry-one.ts';
import { RunStory } from './run-story.tsx';

const RunDrawing = lazy(async () => ({ default: (await import('./run-drawing.tsx')).RunDrawing }));

/** One person's way: drawn on the chain they went through, and told beside it. */
export function RunPage({ runId }: { runId: string }) {
  const { t, at } = useWords();
  const navigate = useNavigate();
  const me = useMe().data;
  const [asking, ask] = useState(false);
  const [chosen, choose] = useState<string | undefined>();
  const query = useQuery({
    queryKey: ['run', runId],
    queryFn: () => taken(api.GET('/api/runs/{id}', { params: { path: { id: runId } } })),
  });
  const cancel = useAction(
    () => taken(api.POST('/api/runs/{id}/cancel', { params: { path: { id: runId } }, body: {} })),
    { touches: ['run', 'runs', 'automations', 'automation-counts'], onDone: () => ask(false) },
  );
  const retry = useRetryOne();
  const run = query.data;
  const path = useMemo(() => run && wayOf(run), [run]);
  const log = useMemo(
    () => (chosen === undefined ? run?.log : run?.log.filter((item) => item.nodeId === chosen)) ?? [],
    [run, chosen],
  );
  if (query.isPending) return <Waiting rows={6} />;
  if (!run || !path) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="page">
      <header className="bar wrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('web.watch.back')}
          onClick={() => (window.history.length > 1 ? void navigate(-1) : void navigate('/runs'))}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
        <h1 tabIndex={-1}>
          <Link to={`/clients/${run.contactId}`} style={{ color: 'var(--text)' }}>
            {run.contact}
          </Link>
        </h1>
        <RunBadge run={run} />
        <span className="s t3">
          {run.automation}, {t('web.run.version', { number: run.version })}
        </span>
        <span className="sp" />
        <Button
          component={Link}
          to={`/automations/${run.automationId}`}
          variant="subtle"
          size="sm"
          leftSection={<IconSitemap size={17} />}
        >
          {t('web.watch.to_automation')}
        </Button>
        {run.outcome === 'failed' && me?.role !== 'master' && (
          <Menu position="bottom-end" width={320}>
            <Menu.Target>
              <Button variant="default" size="sm" leftSection={<IconRefresh size={17} />} loading={retry.isPending}>
                {t('web.fail.one')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('web.fail.lead')}</Menu.Label>
              {(['published', 'same'] as const).map((version) => (
                <Menu.Item key={version} onClick={() => retry.mutate({ runId, version })}>
                  {t(`web.fail.by_${version}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {run.state !== 'ended' && me?.role !== 'master' && (
          <Button variant="default" size="sm" onClick={() => ask(true)}>
            {t('web.run.take_out')}
          </Button>
        )}
      </header>
      <div className="run-split">
        <div className="run-drawing">
          <Suspense fallback={<Waiting rows={4} />}>
            <RunDrawing run={run} path={path} chosen={chosen} onChoose={choose} />
          </Suspense>
        </div>
        <aside className="run-told" aria-label={t('web.run.label')}>
          {run.state !== 'ended' && run.deadlineAt && (
            <div className="tip wait">
              <IconHourglass size={18} aria-hidden="true" />
              <span>{t('web.run.waits_until', { when: at(run.deadlineAt) })}</span>
            </div>
          )}
          <div className="row">
            <h2 className="sp">{t('web.order.story')}</h2>
            {me?.temporalUi && (
              <a
                className="s row g4"
                href={`${me.temporalUi}/${encodeURIComponent(run.workflowId)}`}
                target="_blank"
                rel="noreferrer"
              >
                {t('web.order.history')}
                <IconExternalLink size={16} aria-hidden="true" />
              </a>
            )}
          </div>
          {chosen !== undefined && (
            <button type="button" className="fchip" aria-pressed onClick={() => choose(undefined)}>
              {t('web.watch.one_step')}
            </button>
          )}
          <RunStory run={run} log={log} />
        </aside>
      </div>
      <Modal
        opened={asking}
        onClose={() => ask(false)}
        title={t('web.watch.take_out_title', { name: run.contact })}
        closeButtonProps={{ 'aria-label': t('web.close') }}
      >
        <div className="col g16">
          <p className="s">{t('web.watch.take_out_help')}</p>
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <Button variant="default" onClick={() => ask(false)}>
              {t('web.cancel')}
            </Button>
            <Button loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
              {t('web.run.take_out')}
            </Button>
          </div>
        </div>
      </Modal>
    </div>
  );
}

/** Where somebody went: each step with how often, each way as `from:port`. The log is newest first. */
function wayOf(run: Run): { nodes: Record<string, { times: number }>; edges: string[] } {
  const nodes: Record<string, { times: number }> = {};
  const edges = new Set<string>();
  for (const item of run.log) {
    if (item.kind === 'entered') {
      nodes['trigger'] = { times: 1 };
      edges.add('trigger:next');
    }
    if (item.nodeId === null) continue;
    const known = (nodes[item.nodeId] ??= { times: 0 });
    if (item.kind === 'went') known.times += 1;
    if (item.port !== null) edges.add(`${item.nodeId}:${item.port}`);
  }
  for (const known of Object.values(nodes)) known.times = Math.max(1, known.times);
  return { nodes, edges: [...edges] };
}
