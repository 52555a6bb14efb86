import { useQuery } from '@tanstack/react-query';
import type { paths } from '#api-client/schema.d.ts';
import { api, taken } from '../../../api.ts';

export type Job =
  paths['/api/automations/{id}/jobs']['get']['responses'][200]['content']['application/json']['jobs'][number];

/** Work over many people of one automation, the newest first; read again as it goes on. */
export function useJobs(automationId: string, enabled = true) {
  return useQuery({
    queryKey: ['jobs', automationId],
    enabled,
    queryFn: () => taken(api.GET('/api/automations/{id}/jobs', { params: { path: { id: automationId } } })),
    // The live topic tells of each page of work; this is for a bell that was missed.
    refetchInterval: (query) => (query.state.data?.jobs.some((job) => job.state === 'open') ? 3_000 : false),
  });
}
