import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../../api.ts';

export type Dashboard = Awaited<ReturnType<typeof readDashboard>>;

const readDashboard = () => taken(api.GET('/api/dashboard'));

/** The day; asked again by itself so that midnight comes to a page that is left open. */
export const useDashboard = () =>
  useQuery({ queryKey: ['dashboard'], queryFn: readDashboard, refetchInterval: 5 * 60_000 });
