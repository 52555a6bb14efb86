import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AutomationDraft } from '#automation/document.ts';
import { api, taken } from '../../../api.ts';
import { nodeOf } from '../../../canvas/draft.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { RunBadge } from '../../../components/badges.tsx';
import { Failure } from '../../../components/failure.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../words.tsx';
import { faceOf } from '../step-face.ts';

/** Who stands at a step now, and where their story is told. */
export function PeoplePanel({
  automationId,
  nodeId,
  document,
  onClose,
}: {
  automationId: string;
  nodeId: string;
  document: AutomationDraft;
  onClose(): void;
}) {
  const words = useWords();
  const { t, when } = words;
  const [state, setState] = useState<'waiting' | 'came' | 'failed'>('waiting');
  const node = nodeOf(document, nodeId);
  const face = faceOf({ node, trigger: node ? undefined : document.trigger }, words);
  const runs = useQuery({
    queryKey: ['runs', automationId, 'at', nodeId, state],
    queryFn: () =>
      taken(
        api.GET('/api/runs', {
          params: {
            query: {
              automationId,
              limit: 50,
              ...(nodeId === 'trigger' ? {} : { nodeId }),
              ...(state === 'came' ? {} : { state }),
            },
          },
        }),
      ),
  });
  const list = runs.data?.runs ?? [];
  const all = `/runs?${new URLSearchParams({
    automation: automationId,
    ...(nodeId === 'trigger' ? {} : { step: nodeId }),
    ...(state === 'came' ? {} : { state }),
  }).toString()}`;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={420}
      zIndex={400}
      title={face.words}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <div className="row g6" role="group" aria-label={t('web.watch.who')}>
        {(['waiting', 'came', 'failed'] as const).map((one) => (
          <button key={one} type="button" className="fchip" aria-pressed={state === one} onClick={() => setState(one)}>
            {t(`web.watch.here_${one}`)}
          </button>
        ))}
      </div>
      {runs.isPending ? (
        <Waiting />
      ) : runs.error ? (
        <Failure error={runs.error} retry={() => void runs.refetch()} />
      ) : list.length === 0 ? (
        <p className="t2" style={{ padding: '16px 0' }}>
          {t(`web.watch.none_${state}`)}
        </p>
      ) : (
        <ul className="people-list">
          {list.map((run) => (
            <li key={run.id}>
              <Link to={`/runs/${run.id}`} className="row">
                <Avatar name={run.contact} size="sm" />
                <span className="sp cut">{run.contact}</span>
                <RunBadge run={run} />
                <span className="xs t3 nw">{when(run.startedAt)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {runs.data?.nextCursor && (
        <Link to={all} className="s">
          {t('web.watch.show_all')}
        </Link>
      )}
      <Link to={`/runs?automation=${automationId}`} className="s">
        {t('web.watch.everybody')}
      </Link>
    </Drawer>
  );
}
