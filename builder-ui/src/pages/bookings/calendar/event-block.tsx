import { memo } from 'react';
import type { Lane } from './lanes.ts';
import { EventFace } from './event-face.tsx';
import { isGroup, mayDrag, type Piece } from './pieces.ts';
import type { Range } from './ranges.ts';
import { HOUR_PX, type Lift } from './use-lift.ts';

export const topOf = (minutes: number, window: Range): number => ((minutes - window.from) / 60) * HOUR_PX;

type Props = {
  piece: Piece & Lane;
  window: Range;
  selected: boolean;
  /** In the hand: its old place stays as an outline. */
  lifted: boolean;
  /** Over, and nobody has said how it went. */
  unsettled: boolean;
  seats: number | undefined;
  who: string | undefined;
  column: number;
  onOpen: (piece: Piece) => void;
  onGrab: (event: React.PointerEvent, piece: Piece, column: number, how: Lift['how']) => void;
  onKey: (event: React.KeyboardEvent, piece: Piece, column: number) => boolean;
  onBlur: () => void;
};

export const EventBlock = memo(function EventBlock(props: Props) {
  const { piece, window, column } = props;
  const [booking] = piece.bookings;
  const from = Math.max(piece.from, window.from);
  const to = Math.min(piece.to, window.to);
  const height = Math.max(((to - from) / 60) * HOUR_PX - 3, 18);
  const width = 100 / piece.lanes;
  const movable = mayDrag(piece);
  return (
    <button
      type="button"
      className={`bk ${isGroup(piece) ? 'group' : booking.badge}${movable ? ' drag' : ''}${height < 34 ? ' low' : ''}`}
      data-booking={booking.bookingId}
      data-selected={props.selected || undefined}
      data-lifted={props.lifted || undefined}
      data-unsettled={props.unsettled || undefined}
      style={{
        top: topOf(from, window) + 1,
        height,
        left: `calc(${piece.lane * width}% + 4px)`,
        width: `calc(${width}% - 8px)`,
      }}
      aria-describedby={movable ? 'cal-how-to-move' : undefined}
      onClick={() => props.onOpen(piece)}
      onPointerDown={(event) => {
        event.stopPropagation();
        props.onGrab(event, piece, column, 'carry');
      }}
      onKeyDown={(event) => {
        if (!props.onKey(event, piece, column)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      // Space lifts: a click of its release would open.
      onKeyUp={(event) => {
        if (event.key === ' ' && movable) event.preventDefault();
      }}
      onBlur={props.onBlur}
    >
      <EventFace piece={piece} height={height} seats={props.seats} who={props.who} unsettled={props.unsettled} />
      {movable && (
        <span
          className="bk-edge"
          aria-hidden="true"
          onPointerDown={(event) => {
            event.stopPropagation();
            props.onGrab(event, piece, column, 'stretch');
          }}
        />
      )}
    </button>
  );
});
