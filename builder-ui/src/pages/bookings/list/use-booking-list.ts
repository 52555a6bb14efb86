import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, taken, type BookingList } from '../../../api.ts';

export type ListView = keyof BookingList['counts'];
export const listViews: readonly ListView[] = ['ahead', 'new', 'unsettled', 'done', 'no_show', 'cancelled', 'all'];

export type Filters = { view: ListView; search: string; staffId: string; serviceId: string };

export function useBookingList({ view, search, staffId, serviceId }: Filters) {
  return useInfiniteQuery({
    queryKey: ['bookings', view, search, staffId, serviceId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      taken(
        api.GET('/api/bookings', {
          params: {
            query: {
              view,
              limit: 50,
              ...(search ? { search } : {}),
              ...(staffId ? { staffId } : {}),
              ...(serviceId ? { serviceId } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
