import './watch.css';
import { Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconGitCompare, IconRestore } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { compare } from '#automation/compare.ts';
import type { AutomationDraft } from '#automation/document.ts';
import { api, Problem, taken } from '../../../api.ts';
import type { Point } from '../../../canvas/draft.ts';
import { NODE_HEIGHT, NODE_WIDTH } from '../../../canvas/layout.ts';
import { Failure } from '../../../components/failure.tsx';
import { useAction } from '../../../components/use-action.ts';
import { Waiting } from '../../../components/waiting.tsx';
import { useMe } from '../../../shell/use-me.ts';
import { useWords } from '../../../words.tsx';
import { ChainView } from '../chain-view.tsx';
import type { Mark } from '../drawing.ts';
import { readDraft } from '../use-automation.ts';
import { useChanges } from './use-changes.ts';

/** Every version that was published: who is still inside, what is different now, and a way back. */
export function VersionsPanel({
  automationId: id,
  document,
  onRestore,
  onClose,
}: {
  automationId: string;
  document: AutomationDraft;
  /** Puts a version into the drawing, as a change that can be undone. */
  onRestore(draft: AutomationDraft): void;
  onClose(): void;
}) {
  const { t, when } = useWords();
  const me = useMe();
  const [looking, look] = useState<number | undefined>();
  const versions = useQuery({
    queryKey: ['versions', id],
    queryFn: () => taken(api.GET('/api/automations/{id}/versions', { params: { path: { id } } })),
  });
  const restore = useAction(
    async (number: number) => {
      const { document: published } = await taken(
        api.GET('/api/automations/{id}/versions/{number}', { params: { path: { id, number } } }),
      );
      const draft = readDraft(published);
      if (!draft) throw new Problem(422, { code: 'automation_invalid' });
      return draft;
    },
    { touches: [], done: t('web.watch.restored'), onDone: onRestore },
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={looking === undefined ? 472 : 'min(1120px, 100%)'}
      zIndex={400}
      title={t('web.watch.versions')}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      {versions.isPending ? (
        <Waiting />
      ) : versions.error ? (
        <Failure error={versions.error} retry={() => void versions.refetch()} />
      ) : versions.data.versions.length === 0 ? (
        <p className="t2">{t('web.watch.versions_none')}</p>
      ) : (
        <div className="versions versions-panel">
          <ol>
            {versions.data.versions.map((version) => (
              <li key={version.versionId} aria-current={looking === version.number ? 'true' : undefined}>
                <div className="row">
                  <b>{t('web.builder.version', { number: version.number })}</b>
                  {version.current && <span className="bdg ok sm">{t('web.watch.current')}</span>}
                  <span className="sp" />
                  <span className="xs t3">{when(version.publishedAt)}</span>
                </div>
                {version.note && <p className="s">{version.note}</p>}
                <p className="xs t3">
                  {[version.publishedBy, t('web.builder.steps', { count: version.steps })].filter(Boolean).join(', ')}
                  {version.inside > 0 && (
                    <>
                      {', '}
                      <Link to={`/runs?automation=${id}&version=${version.number}&state=live`}>
                        {t('web.builder.inside', { count: version.inside })}
                      </Link>
                    </>
                  )}
                </p>
                <div className="row">
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconGitCompare size={16} />}
                    onClick={() => look((now) => (now === version.number ? undefined : version.number))}
                  >
                    {t(looking === version.number ? 'web.watch.compare_close' : 'web.watch.compare')}
                  </Button>
                  {me.data?.role === 'owner' && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      leftSection={<IconRestore size={16} />}
                      loading={restore.isPending}
                      onClick={() => restore.mutate(version.number)}
                    >
                      {t('web.watch.restore')}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ol>
          {looking !== undefined && <Compared id={id} number={looking} document={document} />}
        </div>
      )}
    </Drawer>
  );
}

/** A version beside the drawing of now: added, changed and removed steps on the drawing, and in words. */
function Compared({ id, number, document }: { id: string; number: number; document: AutomationDraft }) {
  const { t } = useWords();
  const version = useQuery({
    queryKey: ['version', id, number],
    staleTime: Infinity,
    queryFn: () => taken(api.GET('/api/automations/{id}/versions/{number}', { params: { path: { id, number } } })),
  });
  const before = useMemo(() => version.data && readDraft(version.data.document), [version.data]);
  const difference = useChanges(before, document);
  const { both, marks } = useMemo(() => drawnTogether(before, document), [before, document]);
  if (version.isPending) return <Waiting />;
  if (!before) return <Failure error={version.error} retry={() => void version.refetch()} />;
  return (
    <section className="compared" aria-label={t('web.watch.compared', { number })}>
      <h3>{t('web.watch.compared', { number })}</h3>
      <ul className="changes s">
        {difference.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      <div className="compared-drawing">
        <ChainView document={both} marks={marks} />
      </div>
    </section>
  );
}

/** The drawing of now, with what is gone from it put back as ghosts. */
function drawnTogether(
  before: AutomationDraft | undefined,
  after: AutomationDraft,
): { both: AutomationDraft; marks: Record<string, Mark> } {
  const marks: Record<string, Mark> = {};
  if (!before) return { both: after, marks };
  const found = compare(before, after);
  for (const id of found.added) marks[id] = 'added';
  for (const { id } of found.changed) marks[id] = 'changed';
  for (const id of found.removed) marks[id] = 'removed';
  if (found.trigger) marks['trigger'] = 'changed';
  const taken = after.nodes.flatMap(({ at }) => at ?? []);
  const gone = before.nodes
    .filter((node) => found.removed.includes(node.id))
    .map((node) => ({ ...node, at: besides(taken, node.at) }));
  return { both: { ...after, nodes: [...after.nodes, ...gone] }, marks };
}

/** A ghost stands where it stood, or to the right of what stands there now. Takes the place. */
function besides(taken: Point[], wanted: Point = { x: 0, y: 0 }): Point {
  let place = wanted;
  while (taken.some(({ x, y }) => Math.abs(x - place.x) < NODE_WIDTH && Math.abs(y - place.y) < NODE_HEIGHT))
    place = { x: place.x + NODE_WIDTH + 32, y: place.y };
  taken.push(place);
  return place;
}
