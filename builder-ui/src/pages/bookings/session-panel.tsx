import { IconPlus } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { Avatar } from '../../components/avatar.tsx';
import { BookingBadge } from '../../components/badges.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useWords } from '../../words.tsx';
import type { Piece } from './calendar/pieces.ts';
import { clock } from './calendar/wall.ts';

/** A group session: everybody who comes, each a visit of their own. */
export function SessionPanel({
  piece,
  seats,
  onOpen,
  onNew,
  onClose,
}: {
  piece: Piece;
  seats: number | undefined;
  onOpen: (bookingId: string) => void;
  onNew: () => void;
  onClose: () => void;
}) {
  const { t, pick } = useWords();
  const left = seats === undefined ? undefined : seats - piece.bookings.length;
  return (
    <SidePanel
      label={t('web.bookings.session')}
      onClose={onClose}
      head={
        <>
          <div className="xs t3">
            {clock(piece.from)}–{clock(piece.to)}, {piece.item.staffName}
          </div>
          <h2 style={{ fontSize: 20, lineHeight: '28px' }}>{pick(piece.item.serviceName)}</h2>
          <div className="s t3">
            {t('web.bookings.come', { count: piece.bookings.length })}
            {left !== undefined && `, ${t('web.bookings.seats_left', { count: left })}`}
          </div>
        </>
      }
      foot={
        left === undefined || left > 0 ? (
          <Button fullWidth h={44} leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={onNew}>
            {t('web.bookings.book')}
          </Button>
        ) : undefined
      }
    >
      <ul className="plain-list col g8">
        {piece.bookings.map((booking) => (
          <li key={booking.bookingId}>
            <button type="button" className="card row g12 picked press" onClick={() => onOpen(booking.bookingId)}>
              <Avatar name={booking.contact.name} size="sm" />
              <span className="sp cut">{booking.contact.name}</span>
              <BookingBadge badge={booking.badge} />
            </button>
          </li>
        ))}
      </ul>
      <p className="s t3">{t('web.bookings.session_hint')}</p>
    </SidePanel>
  );
}
