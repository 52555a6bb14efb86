import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, Problem, taken, type Calendar } from '../../api.ts';
import { useWords } from '../../words.tsx';
import { withShown, type Move, type MoveBody } from './calendar/moves.ts';
import { staffOf, usePlaceTime } from './words.ts';
import { useToasts } from './use-toasts.ts';

export type Refused = { move: Move; error: unknown };

const post = (bookingId: string, body: MoveBody) =>
  taken(api.POST('/api/bookings/{id}/move', { params: { path: { id: bookingId } }, body }));

/** Moves a visit: shown at once, put back when the API refuses, and taken back with one press when it was a slip. */
export function useMove(zone: string, onRefused: (refused: Refused) => void) {
  const client = useQueryClient();
  const { t, at } = useMoveWords(zone);
  const { undoable, refused } = useToasts();
  const settle = () => {
    for (const key of ['calendar', 'booking', 'bookings', 'times']) void client.invalidateQueries({ queryKey: [key] });
  };
  return useMutation({
    // Without a connection it is refused at once and put back: nothing is moved later, unseen.
    networkMode: 'always',
    mutationFn: (move: Move) => post(move.booking.bookingId, move.body),
    async onMutate(move) {
      await client.cancelQueries({ queryKey: ['calendar'] });
      const before = client.getQueriesData<Calendar>({ queryKey: ['calendar'] });
      client.setQueriesData<Calendar>(
        { queryKey: ['calendar'] },
        (calendar) => calendar && withShown(calendar, move.shown),
      );
      return before;
    },
    onSuccess(_, move) {
      undoable(t('web.bookings.moved_to', at(move)), async () => {
        try {
          await post(move.booking.bookingId, move.back);
        } catch (error) {
          refused(error);
        } finally {
          settle();
        }
      });
    },
    onError(error, move, before) {
      for (const [key, data] of before ?? []) client.setQueryData(key, data);
      onRefused({ move, error });
    },
    onSettled: settle,
  });
}

function useMoveWords(zone: string) {
  const { t } = useWords();
  const time = usePlaceTime(zone);
  return {
    t,
    at: ({ shown }: Move) => ({
      client: shown.contact.name,
      when: time.at(shown.startsAt),
      staff: staffOf(shown),
    }),
  };
}

/** The near times that a refusal names. */
export function nearOf(error: unknown): string[] {
  const near = error instanceof Problem && error.code === 'slot_taken' ? error.facts['near'] : undefined;
  return Array.isArray(near) ? near.filter((one): one is string => typeof one === 'string') : [];
}

const reasons = [
  'past',
  'too_soon',
  'too_far',
  'nobody_gives_it',
  'off_grid',
  'not_working',
  'day_full',
  'week_full',
  'staff_busy',
  'resource_busy',
  'group_full',
] as const;

/** Why a time cannot be had, by the rule that said so. */
export function reasonOf(error: unknown): (typeof reasons)[number] | undefined {
  const said = error instanceof Problem && error.code === 'slot_taken' ? error.facts['refusal'] : undefined;
  return reasons.find((one) => one === said);
}
