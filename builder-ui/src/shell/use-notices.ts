import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../api.ts';
import { useAction } from '../components/use-action.ts';

/** What waits for a person of the house. Not everything that raises one rings, so it is also asked again by itself. */
export function useNotices(enabled: boolean) {
  return useQuery({
    queryKey: ['notifications'],
    queryFn: () => taken(api.GET('/api/notifications')),
    enabled,
    refetchInterval: 60_000,
  });
}

export function useReadNotices() {
  return useAction((until: string) => taken(api.POST('/api/notifications/read', { body: { until } })), {
    touches: ['notifications'],
  });
}
