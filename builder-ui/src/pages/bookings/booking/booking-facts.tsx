import {
  IconArmchair,
  IconCalendarEvent,
  IconCash,
  IconMapPin,
  IconMessageCircle,
  IconUser,
  IconVideo,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BookingCard } from '../../../api.ts';
import { useWords } from '../../../words.tsx';
import { useRoomNames } from '../use-rooms.ts';
import { agreedPriceOf, priceOf, staffOf, usePlaceTime } from '../words.ts';

/** Who gives it and where, as badges. */
function Chips({ booking }: { booking: BookingCard }) {
  const { t } = useWords();
  const nameOf = useRoomNames();
  const rooms = [...new Set(booking.items.flatMap(({ resourceIds }) => resourceIds))].map(nameOf).filter(Boolean);
  return (
    <>
      <span className="bdg">
        <IconUser size={15} stroke={2} aria-hidden="true" />
        {staffOf(booking)}
      </span>
      {booking.format === 'online' && (
        <span className="bdg info">
          <IconVideo size={15} stroke={2} aria-hidden="true" />
          {t('web.bookings.format_online')}
        </span>
      )}
      {rooms.length > 0 && (
        <span className="bdg">
          <IconArmchair size={15} stroke={2} aria-hidden="true" />
          {rooms.join(', ')}
        </span>
      )}
    </>
  );
}

/** Price, place, what the client wrote, what it was before. */
export function BookingFacts({ booking }: { booking: BookingCard }) {
  const words = useWords();
  const { t, money, pick } = words;
  const place = usePlaceTime(booking.timeZone);
  const address = pick(booking.place.address);
  return (
    <div className="col g8 s">
      {booking.items.length > 1 &&
        booking.items.map((item) => (
          <div key={item.position} className="row g12">
            <span className="t3 nw">{place.span(item.startsAt, item.endsAt)}</span>
            <span className="sp">
              {pick(item.serviceName)}, {item.staffName}
            </span>
            <span className="nw">{money(item.priceMinor, booking.currency)}</span>
          </div>
        ))}
      <Fact icon={<IconCash size={18} aria-hidden="true" />}>
        <b>{priceOf(words, booking)}</b>
        {booking.finalPriceMinor !== null && booking.finalPriceMinor !== booking.priceMinor && (
          <span className="t3"> {t('web.bookings.agreed', { price: agreedPriceOf(words, booking) })}</span>
        )}
      </Fact>
      <Fact icon={<IconMapPin size={18} aria-hidden="true" />}>
        {pick(booking.place.name)}
        {address && <span className="t3">, {address}</span>}
      </Fact>
      {booking.movedFrom && booking.movedFrom !== booking.startsAt && (
        <Fact icon={<IconCalendarEvent size={18} aria-hidden="true" />}>
          {t('web.bookings.was_at', { when: place.at(booking.movedFrom) })}
        </Fact>
      )}
      {booking.state === 'cancelled' && (
        <Fact icon={<IconCalendarEvent size={18} aria-hidden="true" />}>
          {t(`web.bookings.cancelled_by_${booking.cancelledBy ?? 'staff'}`)}
          {booking.cancelReason && <span className="t3">: {booking.cancelReason}</span>}
        </Fact>
      )}
      {booking.comment && (
        <Fact icon={<IconMessageCircle size={18} aria-label={t('web.bookings.comment')} />}>
          {t('web.bookings.quote', { text: booking.comment })}
        </Fact>
      )}
    </div>
  );
}
BookingFacts.Chips = Chips;

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="row g12" style={{ alignItems: 'flex-start' }}>
      <span className="t3" style={{ display: 'flex' }}>
        {icon}
      </span>
      <span className="sp">{children}</span>
    </div>
  );
}
