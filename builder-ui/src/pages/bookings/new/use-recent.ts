import { useMemo } from 'react';
import type { Calendar } from '../../../api.ts';

const KEY = 'takt.bookings.recent';
const MOST = 5;

/** Which services were booked by hand last, on this machine, and which are on the calendar. */
export function useRecentServices(calendar: Calendar): readonly string[] {
  return useMemo(() => {
    const shown = new Map<string, number>();
    for (const { items } of calendar.bookings)
      for (const { serviceId } of items) shown.set(serviceId, (shown.get(serviceId) ?? 0) + 1);
    const often = [...shown].sort((a, b) => b[1] - a[1]).map(([serviceId]) => serviceId);
    return [...new Set([...stored(), ...often])].slice(0, MOST);
  }, [calendar.bookings]);
}

export function rememberServices(serviceIds: readonly string[]): void {
  localStorage.setItem(KEY, JSON.stringify([...new Set([...serviceIds, ...stored()])].slice(0, MOST)));
}

function stored(): string[] {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(known) ? known.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
