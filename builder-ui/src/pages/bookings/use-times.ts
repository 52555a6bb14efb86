import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, taken } from '../../api.ts';
import type { requestOf } from './new/draft.ts';

const DAYS = 14;

/** The free times of a day and of the two weeks from it on, by the function that books. */
export function useTimes(request: ReturnType<typeof requestOf>, at: { day: string; except?: string | undefined }) {
  const { day, except } = at;
  return useQuery({
    queryKey: ['times', request, day, except ?? null],
    enabled: request !== undefined,
    queryFn: () =>
      taken(
        api.POST('/api/bookings/times', {
          body: { request: request!, from: day, days: DAYS, by: 'staff', ...(except ? { except } : {}) },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
}
