import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Calendar } from '../../api.ts';

/** The names of rooms and machines, from the calendars that were read. */
export function useRoomNames(): (resourceId: string) => string | undefined {
  const client = useQueryClient();
  return useCallback(
    (resourceId) => {
      for (const [, calendar] of client.getQueriesData<Calendar>({ queryKey: ['calendar'] }))
        for (const room of calendar?.resources ?? []) if (room.resourceId === resourceId) return room.name;
      return undefined;
    },
    [client],
  );
}
