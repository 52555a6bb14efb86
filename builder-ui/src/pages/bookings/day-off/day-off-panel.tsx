import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconBeach, IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, Problem, taken } from '../../../api.ts';
import { errorWords, Failure } from '../../../components/failure.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../words.tsx';
import { wallOf } from '../calendar/wall.ts';
import { useToasts } from '../use-toasts.ts';
import { allSame, anyDay, clashes, countsOf, decisionsOf, suggested, type Choices } from './decisions.ts';
import { OneDecision } from './one-decision.tsx';

/** A day on which somebody does not work after all: each booking is moved, released with an offer, or kept. */
export function DayOffPanel({
  staffId,
  name,
  day,
  zone,
  onClose,
}: {
  staffId: string;
  name: string;
  day: string;
  zone: string;
  onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const client = useQueryClient();
  const toasts = useToasts();
  const [changed, change] = useState<Choices>({});
  const [note, setNote] = useState('');
  const plan = useQuery({
    queryKey: ['day-off', staffId, day],
    queryFn: () => taken(api.GET('/api/staff/{id}/day-off', { params: { path: { id: staffId }, query: { day } } })),
  });
  const bookings = plan.data?.bookings ?? [];
  const sameDay = (moment: string): boolean => wallOf(moment, zone).day === day;
  const choices = { ...suggested(bookings, sameDay), ...changed };
  const clashing = clashes(bookings, choices);
  const counts = countsOf(bookings, choices);
  const callOff = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      taken(
        api.POST('/api/staff/{id}/day-off', {
          params: { path: { id: staffId } },
          body: { day, note: note.trim(), decisions: decisionsOf(bookings, choices) },
        }),
      ),
    onSuccess(result) {
      toasts.done(t('web.bookings.off_done', { day: words.day(day), ...result }));
      onClose();
    },
    onSettled() {
      for (const key of ['calendar', 'bookings', 'booking', 'day-off', 'times', 'exceptions'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
  // A place may be gone since the list was read: what was chosen is chosen anew.
  const gone =
    callOff.error instanceof Problem &&
    ['slot_taken', 'day_has_bookings', 'booking_changed'].includes(callOff.error.code);
  return (
    <SidePanel
      label={t('web.bookings.call_off')}
      onClose={onClose}
      head={
        <>
          <div className="xs t3">{name}</div>
          <h2 style={{ fontSize: 20, lineHeight: '28px' }}>{t('web.bookings.off_title', { day: words.day(day) })}</h2>
        </>
      }
      foot={
        plan.data && (
          <div className="col g8">
            <p className="s t2">
              {bookings.length === 0 ? t('web.bookings.off_nobody') : t('web.bookings.off_summary', counts)}
            </p>
            <Button
              fullWidth
              h={44}
              color="red.9"
              data-danger
              leftSection={<IconBeach size={18} aria-hidden="true" />}
              loading={callOff.isPending}
              disabled={clashing.size > 0}
              onClick={() => callOff.mutate()}
            >
              {t('web.bookings.call_off')}
            </Button>
          </div>
        )
      }
    >
      {plan.isPending ? (
        <Waiting rows={5} height={64} />
      ) : plan.error ? (
        <Failure error={plan.error} retry={() => void plan.refetch()} />
      ) : (
        <>
          {bookings.length === 0 && (
            <div className="tip">
              <IconCircleCheck size={18} className="okay" aria-hidden="true" />
              <span>{t('web.bookings.off_empty')}</span>
            </div>
          )}
          {callOff.error && (
            <div className="tip bad" role="alert">
              <IconAlertTriangle size={18} aria-hidden="true" />
              <span>{gone ? t('web.bookings.off_gone') : errorWords(words, callOff.error)}</span>
            </div>
          )}
          {bookings.length > 1 && (
            <div className="row g6 wrap" role="group" aria-label={t('web.bookings.off_all')}>
              <span className="s t3">{t('web.bookings.off_all')}</span>
              <Button
                className="touch"
                size="compact-sm"
                variant="default"
                onClick={() => change(suggested(bookings, anyDay))}
              >
                {t('web.bookings.off_all_move')}
              </Button>
              <Button
                className="touch"
                size="compact-sm"
                variant="default"
                onClick={() => change(allSame(bookings, 'release'))}
              >
                {t('web.bookings.off_all_release')}
              </Button>
              <Button
                className="touch"
                size="compact-sm"
                variant="default"
                onClick={() => change(allSame(bookings, 'keep'))}
              >
                {t('web.bookings.off_all_keep')}
              </Button>
            </div>
          )}
          {bookings.map((booking) => (
            <OneDecision
              key={booking.bookingId}
              booking={booking}
              day={day}
              zone={zone}
              choice={choices[booking.bookingId] ?? 'keep'}
              clashing={clashing.has(booking.bookingId)}
              onChange={(choice) => change({ ...changed, [booking.bookingId]: choice })}
            />
          ))}
          <TextInput
            label={t('web.bookings.off_note')}
            description={t('web.bookings.off_note_hint')}
            value={note}
            maxLength={200}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </>
      )}
    </SidePanel>
  );
}
