import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, taken } from '../../api.ts';
import { wallOf } from './calendar/wall.ts';
import { useBooking } from './booking/use-booking.ts';
import type { Sight, useView } from './use-view.ts';

/** A link to a visit leads to its day, at its place. True until that day is known: another one is not shown before it. */
export function useLinkedDay({ linked, bookingId }: Sight, show: ReturnType<typeof useView>['show']): boolean {
  const booking = useBooking(bookingId, linked);
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: () => taken(api.GET('/api/staff')),
    enabled: linked,
    staleTime: 300_000,
  });
  const { data } = booking;
  const staffId = data?.items[0]?.staffId;
  const place = staff.data?.staff.find((one) => one.staffId === staffId)?.placeId;
  const found = linked && data !== undefined && !staff.isPending;
  const day = found ? wallOf(data.startsAt, data.timeZone).day : undefined;
  useEffect(() => {
    if (day) show({ day, place }, true);
  }, [day, place, show]);
  return linked && !booking.isError;
}
