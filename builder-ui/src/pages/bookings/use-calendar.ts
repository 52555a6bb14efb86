import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { addDays } from '#domain/time.ts';
import { api, taken, type Calendar, type Me } from '../../api.ts';
import type { Buffers } from './calendar/pieces.ts';
import { mondayOf } from './calendar/wall.ts';

export type Stretch = 'day' | 'week' | 'month';
/** A calendar knows what it was asked for: the one before stays in sight until the next has come. */
export type AskedCalendar = Calendar & { asked: { stretch: Stretch; day: string } };

/** A shift may end on the day after, and one of the day before on this one. */
function daysOf(stretch: Stretch, day: string): { from: string; days: number } {
  if (stretch === 'day') return { from: day, days: 2 };
  if (stretch === 'week') return { from: addDays(mondayOf(day), -1), days: 8 };
  return { from: mondayOf(`${day.slice(0, 7)}-01`), days: 42 };
}

const optionsOf = (stretch: Stretch, day: string, placeId: string | undefined) => {
  const first = stretch === 'day' ? day : stretch === 'week' ? mondayOf(day) : `${day.slice(0, 7)}-01`;
  return {
    queryKey: ['calendar', stretch, first, placeId ?? 'first'],
    queryFn: async (): Promise<AskedCalendar> => {
      const calendar = await taken(
        api.GET('/api/calendar', { params: { query: { ...daysOf(stretch, day), ...(placeId ? { placeId } : {}) } } }),
      );
      return { ...calendar, asked: { stretch, day: first } };
    },
  };
};

/** Everything that is drawn of a day, a week or a month at a place; the days beside it are read ahead. */
export function useCalendar(stretch: Stretch, day: string, placeId: string | undefined, enabled = true) {
  const client = useQueryClient();
  const query = useQuery({ ...optionsOf(stretch, day, placeId), placeholderData: keepPreviousData, enabled });
  const come = query.isSuccess && !query.isPlaceholderData;
  useEffect(() => {
    if (!come || stretch !== 'day') return;
    for (const near of [addDays(day, 1), addDays(day, -1)])
      void client.prefetchQuery({ ...optionsOf('day', near, placeId), staleTime: 30_000 });
  }, [client, come, day, placeId, stretch]);
  return query;
}

/** What can be booked: hidden services too, which staff may book all the same. */
export function useServices() {
  return useQuery({
    queryKey: ['services'],
    queryFn: () => taken(api.GET('/api/services')),
    staleTime: 300_000,
  });
}

/** Minutes that services keep their people busy around a visit. */
export function useBuffers(): Buffers {
  const services = useServices().data?.services;
  return useMemo(
    () =>
      new Map(
        services?.map((one) => [one.serviceId, { before: one.bufferBeforeMinutes, after: one.bufferAfterMinutes }]) ??
          [],
      ),
    [services],
  );
}

export function useBookingRules() {
  return useQuery({
    queryKey: ['booking-rules'],
    queryFn: () => taken(api.GET('/api/booking-rules')),
    staleTime: 300_000,
  }).data?.rules;
}

/** A master's own place: the calendar of another one would be empty. */
export function useOwnPlace(me: Me | undefined): { placeId: string | undefined; pending: boolean } {
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: () => taken(api.GET('/api/staff')),
    enabled: me?.role === 'master',
    staleTime: 300_000,
  });
  return { placeId: staff.data?.staff.find(({ you }) => you)?.placeId, pending: staff.isLoading };
}
