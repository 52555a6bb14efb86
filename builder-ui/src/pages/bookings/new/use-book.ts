import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, Problem, taken } from '../../../api.ts';
import { useWords } from '../../../words.tsx';
import { clock, minutesOf } from '../calendar/wall.ts';
import { useToasts } from '../use-toasts.ts';
import { usePlaceTime } from '../words.ts';
import type { Draft, requestOf } from './draft.ts';
import { rememberServices } from './use-recent.ts';

type Request = NonNullable<ReturnType<typeof requestOf>>;

/** Writes a visit down. The same form sent twice is one booking: its key stays until it is done. */
export function useBook({
  draft,
  placeId,
  zone,
  onDone,
}: {
  draft: Draft;
  placeId: string | null;
  zone: string;
  onDone: () => void;
}) {
  const { t } = useWords();
  const client = useQueryClient();
  const toasts = useToasts();
  const place = usePlaceTime(zone);
  const [key] = useState(() => crypto.randomUUID());
  const book = useMutation({
    networkMode: 'always',
    mutationFn: (request: Request) => {
      const who = draft.client;
      if (!who) throw new Error('nobody is chosen');
      return taken(
        api.POST('/api/bookings', {
          body: {
            key,
            client:
              who.kind === 'known'
                ? { contactId: who.contactId }
                : { name: who.name.trim(), phone: who.phone.trim() || null },
            request,
            startsAt: draft.moment
              ? { at: draft.moment }
              : { day: draft.day, time: clock(minutesOf(draft.time) ?? 0), placeId },
            comment: draft.comment.trim() || null,
          },
        }),
      );
    },
    onSuccess(done, request) {
      rememberServices(request.items.map(({ serviceId }) => serviceId));
      toasts.done(t('web.bookings.booked', { client: draft.client?.name ?? '', when: place.at(done.startsAt) }));
      onDone();
    },
    onSettled() {
      for (const name of ['calendar', 'bookings', 'times', 'contacts', 'contact'])
        void client.invalidateQueries({ queryKey: [name] });
    },
  });
  const { error } = book;
  const said = (code: string): string | undefined =>
    error instanceof Problem && error.code === code ? error.message : undefined;
  const problems = { name: said('name_invalid'), phone: said('phone_invalid'), when: said('moment_invalid') };
  const known = Object.values(problems).some(Boolean);
  return { ...book, problems, error: known ? null : error };
}
