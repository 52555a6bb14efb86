import { api, taken } from '../../../api.ts';
import { useAction } from '../../../components/use-action.ts';
import { useWords } from '../../../words.tsx';

/** Takes one failed run up again from its step. */
export function useRetryOne(touches: readonly string[] = ['run', 'runs', 'automations', 'failures']) {
  const { t } = useWords();
  return useAction(
    ({ runId, version }: { runId: string; version: 'same' | 'published' }) =>
      taken(api.POST('/api/runs/{id}/retry', { params: { path: { id: runId } }, body: { version } })),
    { touches, done: t('web.fail.one_told') },
  );
}
