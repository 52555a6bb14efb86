import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AutomationDraft } from '#automation/document.ts';
import { api, taken } from '../../api.ts';

/** A version as it was published. It never changes. */
export const versionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['version', id, number],
    staleTime: Infinity,
    queryFn: () => taken(api.GET('/api/automations/{id}/versions/{number}', { params: { path: { id, number } } })),
  });

/** What is published of an automation, in the parts that a list needs: how it starts and how it behaves. */
export function usePublished(automation: { id: string; version: number | null }, enabled = true) {
  const { data } = useQuery({
    ...versionQuery(automation.id, automation.version ?? 1),
    enabled: enabled && automation.version !== null,
  });
  return data && partsOf(data.document);
}

export function partsOf(document: Record<string, unknown>): {
  trigger: string;
  settings: Partial<AutomationDraft['settings']>;
} {
  const { trigger, settings } = document as { trigger?: { type?: string }; settings?: AutomationDraft['settings'] };
  return { trigger: trigger?.type ?? '', settings: settings ?? {} };
}
