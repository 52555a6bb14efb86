import { Button } from '@mantine/core';
import type { BookingInList } from '../../../api.ts';
import { useWords } from '../../../words.tsx';
import { VisitCard } from '../agenda/visit-card.tsx';
import { usePlaceTime } from '../words.ts';

/** The list on a phone: a card each, with one main action. */
export function BookingCards({
  bookings,
  onOpen,
  more,
  busy,
}: {
  bookings: BookingInList[];
  onOpen: (id: string) => void;
  more: (() => void) | undefined;
  busy: boolean;
}) {
  const { t } = useWords();
  return (
    <div className="cards">
      {bookings.map((booking) => (
        <Card key={booking.bookingId} booking={booking} onOpen={onOpen} />
      ))}
      {more && (
        <Button variant="default" h={44} loading={busy} style={{ flex: 'none' }} onClick={more}>
          {t('web.more')}
        </Button>
      )}
    </div>
  );
}

function Card({ booking, onOpen }: { booking: BookingInList; onOpen: (id: string) => void }) {
  const place = usePlaceTime(booking.timeZone);
  return (
    <VisitCard booking={booking} when={place.at(booking.startsAt)} withStaff onOpen={() => onOpen(booking.bookingId)} />
  );
}
