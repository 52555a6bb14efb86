import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { BookingInList } from '../../../api.ts';
import { BookingBadge } from '../../../components/badges.tsx';
import { useNow } from '../../../components/use-now.ts';
import { useWords } from '../../../words.tsx';
import { iconOf, keyOf, mainOf } from '../booking/action-looks.ts';
import { useBookingActions } from '../booking/use-booking-actions.tsx';
import { servicesOf, staffOf } from '../words.ts';

/** A visit on a phone: what one needs to know at a glance, and the next step under the thumb. */
export function VisitCard({
  booking,
  when,
  withStaff,
  onOpen,
}: {
  booking: BookingInList;
  when: string;
  withStaff: boolean;
  onOpen: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const now = useNow(30_000);
  const actions = useBookingActions(booking);
  const { main, aside, due } = mainOf(booking, now);
  const Sign = main && iconOf(main);
  return (
    <article className={`card visit ${booking.badge}`}>
      <button type="button" className="plain col g4" onClick={onOpen}>
        <span className="row">
          <b className="nw">{when}</b>
          <span className="sp" />
          <BookingBadge badge={booking.badge} />
        </span>
        <span className="name">{booking.contact.name}</span>
        <span className="s t2">
          {servicesOf(words, booking)}
          {withStaff && <span className="t3"> · {staffOf(booking)}</span>}
        </span>
        {booking.comment && <span className="s t3">{t('web.bookings.quote', { text: booking.comment })}</span>}
      </button>
      {(main || aside || booking.contact.phone) && (
        <div className="row">
          {main && Sign && (
            <Button
              className="sp"
              h={44}
              variant={due ? 'filled' : 'default'}
              leftSection={<Sign size={18} aria-hidden="true" />}
              loading={actions.busy}
              onClick={() => actions.press(main)}
            >
              {t(keyOf(main))}
            </Button>
          )}
          {!main && !aside && (
            <Button className="sp" h={44} variant="default" onClick={onOpen}>
              {t('web.open')}
            </Button>
          )}
          {aside && (
            <Button h={44} variant="default" loading={actions.busy} onClick={() => actions.press(aside)}>
              {t(keyOf(aside))}
            </Button>
          )}
          {booking.contact.phone && (
            <Button
              component="a"
              href={`tel:${booking.contact.phone}`}
              h={44}
              w={44}
              px={0}
              variant="default"
              aria-label={t('web.bookings.call_name', { name: booking.contact.name })}
            >
              <IconPhone size={18} />
            </Button>
          )}
        </div>
      )}
      {actions.dialogs}
    </article>
  );
}
