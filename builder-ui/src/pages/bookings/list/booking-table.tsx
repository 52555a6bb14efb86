import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { BookingInList } from '../../../api.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { BookingBadge } from '../../../components/badges.tsx';
import { useWords } from '../../../words.tsx';
import { onPage } from '../use-view.ts';
import { priceOf, servicesOf, staffOf, usePlaceTime } from '../words.ts';

export function BookingTable({
  bookings,
  openId,
  query,
  onOpen,
  more,
  busy,
}: {
  bookings: BookingInList[];
  openId: string | undefined;
  query: string;
  onOpen: (id: string) => void;
  more: (() => void) | undefined;
  busy: boolean;
}) {
  const { t } = useWords();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('web.nav.bookings')}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col" style={{ width: 160 }}>
              {t('web.bookings.when')}
            </th>
            <th scope="col">{t('web.bookings.client')}</th>
            <th scope="col">{t('web.bookings.service')}</th>
            <th scope="col">{t('web.bookings.who')}</th>
            <th scope="col">{t('web.bookings.state')}</th>
            <th scope="col" className="num">
              {t('web.bookings.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bookings.map((booking) => (
            <Row
              key={booking.bookingId}
              booking={booking}
              open={booking.bookingId === openId}
              query={query}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
      {more && (
        <div style={{ padding: 16, textAlign: 'center' }}>
          <Button variant="default" loading={busy} onClick={more}>
            {t('web.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Row({
  booking,
  open,
  query,
  onOpen,
}: {
  booking: BookingInList;
  open: boolean;
  query: string;
  onOpen: (id: string) => void;
}) {
  const words = useWords();
  const place = usePlaceTime(booking.timeZone);
  return (
    <tr className={`press ${open ? 'on' : ''}`} aria-selected={open} onClick={() => onOpen(booking.bookingId)}>
      <td className="nw">
        <Link
          className="first"
          to={{ pathname: `/bookings/${booking.bookingId}`, search: query }}
          state={onPage}
          onClick={(event) => event.stopPropagation()}
        >
          {place.at(booking.startsAt)}
        </Link>
      </td>
      <td>
        <span className="row">
          <Avatar name={booking.contact.name} size="sm" />
          <span className="cut">{booking.contact.name}</span>
        </span>
      </td>
      <td className="s">{servicesOf(words, booking)}</td>
      <td className="s t2">{staffOf(booking)}</td>
      <td>
        <BookingBadge badge={booking.badge} />
      </td>
      <td className="num">{priceOf(words, booking)}</td>
    </tr>
  );
}
