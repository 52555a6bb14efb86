import { IconBell, IconBellCheck, IconBellOff } from '@tabler/icons-react';
import type { BookingCard } from '../../../api.ts';
import { useWords } from '../../../words.tsx';
import { useBookingRules } from '../use-calendar.ts';
import { minutesWords, usePlaceTime } from '../words.ts';
import { wallOf } from '../calendar/wall.ts';

const signs = { ahead: IconBell, sent: IconBellCheck, skipped: IconBellOff };

/** What the client is reminded of: what went out, what was left out and why, what is still to come. */
export function BookingReminders({ booking }: { booking: BookingCard }) {
  const { t, maybe } = useWords();
  const place = usePlaceTime(booking.timeZone);
  const name = useReminderName();
  const rules = useBookingRules();
  // Without a chat only what goes to staff as well is still to come.
  const reached = booking.client.hasChat && !booking.client.unreachable;
  const shown = booking.reminders.filter(
    (one) =>
      one.outcome !== 'ahead' || reached || rules?.reminders.some(({ id, toStaff }) => id === one.reminder && toStaff),
  );
  if (shown.length === 0) return null;
  const today = wallOf(Date.now(), booking.timeZone).day;
  const when = (moment: string) =>
    wallOf(moment, booking.timeZone).day === today ? place.time(moment) : place.at(moment);
  return (
    <section>
      <h3 style={{ marginBottom: 8 }}>{t('web.bookings.reminders')}</h3>
      <ul className="plain-list col g6">
        {shown.map((one) => {
          const Sign = signs[one.outcome];
          return (
            <li
              key={`${one.reminder} ${one.at} ${one.outcome}`}
              className="row g6 s"
              style={{ alignItems: 'flex-start' }}
            >
              <Sign size={16} className={one.outcome === 'sent' ? 'okay' : 't3'} aria-hidden="true" />
              <span className="sp">
                {t(`web.bookings.reminder_${one.outcome}`, { what: name(one.reminder), when: when(one.at) })}
                {one.reason && (
                  <span className="t3">
                    : {maybe(`web.bookings.skip_${one.reason}`, {}, t('web.bookings.skip_other'))}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** "за 24 ч", "утром": by the rules as they are now; one that was taken out of them is only "reminder". */
function useReminderName(): (id: string) => string {
  const words = useWords();
  const { t } = words;
  const rules = useBookingRules();
  return (id) => {
    const when = rules?.reminders.find((one) => one.id === id)?.when;
    if (!when) return t('web.bookings.reminder_other');
    if (when.kind === 'morning') return t('web.bookings.reminder_morning');
    return t('web.bookings.reminder_before', { time: minutesWords(words, when.minutes) });
  };
}
