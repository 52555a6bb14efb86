import { useState } from 'react';
import type { BookingCard } from '../../../api.ts';
import { BookingBadge } from '../../../components/badges.tsx';
import { Failure } from '../../../components/failure.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../words.tsx';
import { dayWithin } from '../date-words.ts';
import { servicesOf, usePlaceTime } from '../words.ts';
import { wallOf } from '../calendar/wall.ts';
import { BookingActions } from './booking-actions.tsx';
import { BookingClient } from './booking-client.tsx';
import { BookingFacts } from './booking-facts.tsx';
import { BookingMenu } from './booking-menu.tsx';
import { BookingReminders } from './booking-reminders.tsx';
import { BookingStory } from './booking-story.tsx';
import { MoveForm } from './move-form.tsx';
import { useBooking } from './use-booking.ts';
import { useBookingActions } from './use-booking-actions.tsx';

/** A visit: who comes, to whom, how it stands, what was done and what can be done now. */
export function BookingPanel({ bookingId, onClose }: { bookingId: string; onClose: () => void }) {
  const { t } = useWords();
  const query = useBooking(bookingId);
  if (query.data) return <Opened booking={query.data} onClose={onClose} />;
  return (
    <SidePanel label={t('web.bookings.card')} onClose={onClose} head={<h2>{t('web.bookings.card')}</h2>}>
      {query.error ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Waiting rows={6} height={40} />
      )}
    </SidePanel>
  );
}

function Opened({ booking, onClose }: { booking: BookingCard; onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const [moving, move] = useState(false);
  const actions = useBookingActions(booking);
  if (moving && booking.mayMove) return <MoveForm booking={booking} onBack={() => move(false)} onClose={onClose} />;
  return (
    <SidePanel
      label={t('web.bookings.card')}
      onClose={onClose}
      head={
        <>
          <When booking={booking} />
          <h2 style={{ fontSize: 20, lineHeight: '28px' }}>{servicesOf(words, booking)}</h2>
        </>
      }
      actions={<BookingMenu booking={booking} actions={actions} onMove={() => move(true)} />}
      foot={<BookingActions booking={booking} actions={actions} onMove={() => move(true)} />}
    >
      <div className="row g6 wrap">
        <BookingBadge badge={booking.badge} />
        <BookingFacts.Chips booking={booking} />
      </div>
      <BookingClient booking={booking} />
      <BookingFacts booking={booking} />
      <BookingReminders booking={booking} />
      <section>
        <h3 style={{ marginBottom: 8 }}>{t('web.bookings.story')}</h3>
        <BookingStory booking={booking} />
      </section>
      {actions.dialogs}
    </SidePanel>
  );
}

function When({ booking }: { booking: BookingCard }) {
  const { t, language } = useWords();
  const place = usePlaceTime(booking.timeZone);
  const day = wallOf(booking.startsAt, booking.timeZone).day;
  const today = wallOf(Date.now(), booking.timeZone).day;
  return (
    <div className="xs t3">
      {t('web.bookings.number', { number: booking.number })},{' '}
      {day === today ? t('web.bookings.today_small') : dayWithin(language, day, today)},{' '}
      <span className="nw">{place.span(booking.startsAt, booking.endsAt)}</span>
    </div>
  );
}
