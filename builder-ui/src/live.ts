import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Which readings a topic makes stale. */
const stale: Readonly<Record<string, readonly string[]>> = {
  orders: ['orders', 'order', 'me', 'contact', 'contacts', 'dashboard', 'notifications'],
  bookings: [
    'bookings',
    'booking',
    'calendar',
    'times',
    'day-off',
    'me',
    'contact',
    'contacts',
    'dashboard',
    'notifications',
  ],
  services: ['services', 'staff', 'places', 'special-days', 'booking-rules', 'setup-problems', 'calendar'],
  contacts: ['contacts', 'contact', 'me', 'dashboard', 'notifications'],
  products: ['products', 'ledger', 'dashboard'],
  messages: ['messages', 'order', 'contacts', 'me', 'dashboard', 'notifications'],
  runs: [
    'runs',
    'run',
    'automations',
    'automation-counts',
    'contact',
    'dashboard',
    'notifications',
    'failures',
    'future',
  ],
  automations: ['automations', 'automation', 'versions', 'dashboard', 'jobs', 'publish-plan'],
  tasks: ['tasks'],
  members: ['members', 'businesses', 'dashboard'],
  texts: ['texts'],
  bots: ['bots', 'me', 'dashboard', 'notifications'],
};

/** Reads again what changed elsewhere. @returns since when there is no connection, or undefined. */
export function useLive(enabled: boolean): Date | undefined {
  const client = useQueryClient();
  const [lostAt, setLostAt] = useState<Date | undefined>();
  useEffect(() => {
    if (!enabled) return undefined;
    const source = new EventSource('/api/live');
    const refresh = gather(client);
    let heard = false;
    source.addEventListener('hello', () => {
      setLostAt(undefined);
      // What happened while nobody listened.
      if (heard) void client.invalidateQueries();
      heard = true;
    });
    source.addEventListener('error', () => setLostAt((since) => since ?? new Date()));
    for (const topic of Object.keys(stale)) source.addEventListener(topic, () => refresh(topic));
    return () => source.close();
  }, [client, enabled]);
  return lostAt;
}

/** Several bells within a moment are one reading. */
function gather(client: QueryClient): (topic: string) => void {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (topic) => {
    for (const key of stale[topic] ?? []) waiting.add(key);
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const key of waiting) void client.invalidateQueries({ queryKey: [key] });
      waiting.clear();
    }, 150);
  };
}
