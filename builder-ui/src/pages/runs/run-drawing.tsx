import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, taken, type Run } from '../../api.ts';
import { Failure } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { ChainView } from '../builder/chain-view.tsx';
import { readDraft } from '../builder/use-automation.ts';

/** The version that somebody goes through, with their way lit. */
export function RunDrawing({
  run,
  path,
  chosen,
  onChoose,
}: {
  run: Run;
  path: { nodes: Record<string, { times: number }>; edges: string[] };
  chosen: string | undefined;
  onChoose(id: string | undefined): void;
}) {
  const version = useQuery({
    queryKey: ['version', run.automationId, run.version],
    staleTime: Infinity,
    queryFn: () =>
      taken(
        api.GET('/api/automations/{id}/versions/{number}', {
          params: { path: { id: run.automationId, number: run.version } },
        }),
      ),
  });
  const document = useMemo(() => version.data && readDraft(version.data.document), [version.data]);
  const waits = run.state === 'ended' ? undefined : run.nodeId;
  const counts = useMemo(() => (waits ? { [waits]: { waiting: 1, passed: 0, failed: 0 } } : {}), [waits]);
  if (version.isPending) return <Waiting rows={4} />;
  if (!document) return <Failure error={version.error} retry={() => void version.refetch()} />;
  return (
    <ChainView
      document={document}
      path={path}
      counts={counts}
      selected={chosen}
      onSelect={(id) => onChoose(id === chosen ? undefined : id)}
    />
  );
}
