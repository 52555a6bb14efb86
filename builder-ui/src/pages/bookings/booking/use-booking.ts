import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../../../api.ts';

/** A visit with its story, as its card shows it. */
export function useBooking(bookingId: string | undefined, enabled = true) {
  return useQuery({
    queryKey: ['booking', bookingId],
    queryFn: () => taken(api.GET('/api/bookings/{id}', { params: { path: { id: bookingId ?? '' } } })),
    enabled: enabled && bookingId !== undefined,
  });
}
