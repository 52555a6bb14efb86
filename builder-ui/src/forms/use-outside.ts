import { useQuery } from '@tanstack/react-query';
import { api, Problem, send, taken, type Automation } from '../api.ts';

/** The automations of the business, as the list of automations itself asks for them. */
export function useAutomations(): { loaded: boolean; automations: readonly Automation[] } {
  const { data } = useQuery({ queryKey: ['automations'], queryFn: () => taken(api.GET('/api/automations')) });
  return { loaded: data !== undefined, automations: data?.automations ?? [] };
}

/** The names of the secrets; who may not see them writes a name by hand. */
export function useSecrets(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['secrets'],
    queryFn: async () => {
      try {
        const { secrets } = await send<{ secrets: { name: string }[] }>('GET', '/api/secrets');
        return secrets.map((one) => one.name);
      } catch (error) {
        if (error instanceof Problem && (error.status === 403 || error.status === 404)) return [];
        throw error;
      }
    },
    staleTime: 60_000,
  });
  return data ?? [];
}
