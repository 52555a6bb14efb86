import { IconUsers } from '@tabler/icons-react';
import { bookingLooks } from '../../../components/badges.tsx';
import { useWords } from '../../../words.tsx';
import { within } from '../date-words.ts';
import { isGroup, type Piece } from './pieces.ts';
import { clock } from './wall.ts';

/** What a block says: who, when and what, and its state as a word and a sign, as far as there is room. */
export function EventFace({
  piece,
  height,
  seats,
  who,
  unsettled,
}: {
  piece: Piece;
  height: number;
  /** Of a group service: how many can come. */
  seats: number | undefined;
  /** Whose it is, where a column is not one person's. */
  who: string | undefined;
  unsettled: boolean;
}) {
  const { t, pick } = useWords();
  const [booking] = piece.bookings;
  const group = isGroup(piece);
  const look = bookingLooks[booking.badge];
  const Sign = group ? IconUsers : look.icon;
  const state = booking.badge === 'arrived' ? t('web.bookings.here') : within(t(`web.bookings.badge.${booking.badge}`));
  const service = within(pick(piece.item.serviceName));
  const time = `${clock(piece.from)}–${clock(piece.to)}`;
  const title = group ? pick(piece.item.serviceName) : booking.contact.name;
  const count = group ? `${piece.bookings.length}${seats ? `/${seats}` : ''}` : undefined;
  const note = group
    ? t('web.bookings.come', { count: piece.bookings.length })
    : piece.was
      ? t('web.bookings.was', { time: clock(piece.was.minute) })
      : state;
  const tall = height >= 54;
  // What there is no room for is heard all the same.
  const heard = (
    <span className="visually-hidden">
      {[piece.item.staffName, tall && !piece.was ? null : state, unsettled ? t('web.bookings.unsettled') : null]
        .filter(Boolean)
        .join(', ')}
    </span>
  );
  if (height < 34)
    return (
      <span className="row g6 el1">
        <b className="cut">{title}</b>
        <span className="bt2 cut sp">
          {clock(piece.from)} {group ? '' : service}
        </span>
        {count ? <b>{count}</b> : <Sign size={15} stroke={2} className="si" aria-hidden="true" />}
        {heard}
      </span>
    );
  return (
    <>
      <span className="row g6">
        <b className="cut sp">{title}</b>
        {count && <b>{count}</b>}
        {!tall && !count && <Sign size={15} stroke={2} className="si" aria-hidden="true" />}
      </span>
      <span className="xs cut bt2 blk">
        {time} {group ? '' : service}
        {who ? ` · ${who.split(' ')[0]}` : ''}
      </span>
      {tall && (
        <span className="xs bt2 row g4">
          <Sign size={15} stroke={2} aria-hidden="true" />
          <span className="cut">{note}</span>
        </span>
      )}
      {heard}
    </>
  );
}
