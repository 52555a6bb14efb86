import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, Problem, taken, type BookingInList } from '../../../api.ts';
import { useWords } from '../../../words.tsx';
import { useToasts } from '../use-toasts.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { DoneDialog } from './done-dialog.tsx';

export type MarkTo = 'confirmed' | 'arrived' | 'done' | 'no_show';
export type Next = BookingInList['next'][number];
export type BookingActionsOf = {
  busy: boolean;
  press: (next: Next) => void;
  dialogs: ReactNode;
};

type Change =
  { kind: 'mark'; to: MarkTo; finalPriceMinor?: number } | { kind: 'cancel'; reason: string; offerTimes: boolean };

/** What can be done with a visit: some of it at once, the end and the cancelling with a question before. */
export function useBookingActions(
  booking: BookingInList & { client?: { hasChat: boolean; unreachable: boolean } },
): BookingActionsOf {
  const { t } = useWords();
  const client = useQueryClient();
  const toasts = useToasts();
  const [asking, ask] = useState<'done' | 'cancel' | null>(null);
  const act = useMutation({
    networkMode: 'always',
    mutationFn: (change: Change) => {
      const params = { path: { id: booking.bookingId } };
      const { revision } = booking;
      if (change.kind === 'cancel')
        return taken(
          api.POST('/api/bookings/{id}/cancel', {
            params,
            body: { reason: change.reason.trim() || null, offerTimes: change.offerTimes, revision },
          }),
        );
      const { to, finalPriceMinor } = change;
      return taken(
        api.POST('/api/bookings/{id}/mark', {
          params,
          body: { to, revision, ...(finalPriceMinor === undefined ? {} : { finalPriceMinor }) },
        }),
      );
    },
    onSuccess(_, change) {
      ask(null);
      if (change.kind === 'cancel') toasts.done(t('web.bookings.cancel_done', { client: booking.contact.name }));
    },
    onError(error) {
      // Somebody else was faster: the dialog asked about what is no more.
      if (error instanceof Problem && error.code.startsWith('booking_')) ask(null);
      toasts.refused(error);
    },
    onSettled() {
      for (const key of ['booking', 'bookings', 'calendar', 'contact', 'times', 'dashboard'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
  const press = ({ to, direction }: Next) => {
    if (direction === 'cancel') ask('cancel');
    else if (to === 'done') ask('done');
    else if (to !== 'new' && to !== 'cancelled') act.mutate({ kind: 'mark', to });
  };
  return {
    busy: act.isPending,
    press,
    dialogs: (
      <>
        {asking === 'done' && (
          <DoneDialog
            booking={booking}
            busy={act.isPending}
            onClose={() => ask(null)}
            onDone={(finalPriceMinor) => act.mutate({ kind: 'mark', to: 'done', finalPriceMinor })}
          />
        )}
        {asking === 'cancel' && (
          <CancelDialog
            booking={booking}
            busy={act.isPending}
            onClose={() => ask(null)}
            onCancel={(reason, offerTimes) => act.mutate({ kind: 'cancel', reason, offerTimes })}
          />
        )}
      </>
    ),
  };
}
