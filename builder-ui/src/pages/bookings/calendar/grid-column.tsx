import { IconLock, IconPlus } from '@tabler/icons-react';
import { memo, type Ref } from 'react';
import { useWords } from '../../../words.tsx';
import { minutesWords } from '../words.ts';
import type { Block, Column } from './columns.ts';
import { EventBlock, topOf } from './event-block.tsx';
import type { Piece } from './pieces.ts';
import type { Range } from './ranges.ts';
import { HOUR_PX, type Lift } from './use-lift.ts';
import { clock } from './wall.ts';

const LONGEST_BOX = 60;

export type ColumnHands = {
  onOpen: (piece: Piece) => void;
  onGrab: (event: React.PointerEvent, piece: Piece, column: number, how: Lift['how']) => void;
  onKey: (event: React.KeyboardEvent, piece: Piece, column: number) => boolean;
  onBlur: () => void;
  onFree: (column: Column, range: Range) => void;
  onBlock: (block: Block) => void;
  onGround: (event: React.PointerEvent<HTMLElement>, column: Column) => void;
};

type Props = {
  column: Column;
  index: number;
  window: Range;
  /** Minutes of this column's day. */
  now: number;
  openId: string | undefined;
  lifted: string | undefined;
  over: boolean;
  selected: Range | null;
  /** Whose a block is, where the column is not one person's. */
  named: boolean;
  seatsOf: (serviceId: string) => number | undefined;
  hands: ColumnHands;
  columnRef: Ref<HTMLDivElement>;
  children?: React.ReactNode;
};

export const GridColumn = memo(function GridColumn(props: Props) {
  const { column, window, now, hands, index } = props;
  const words = useWords();
  const { t } = words;
  const heightOf = (range: Range): number => ((range.to - range.from) / 60) * HOUR_PX;
  return (
    <div
      ref={props.columnRef}
      className={`cl${props.over ? ' drop' : ''}`}
      style={{ height: heightOf(window) }}
      data-column={column.id}
      onPointerDown={(event) => hands.onGround(event, column)}
    >
      {column.off.map((range) => (
        <div key={range.from} className="off" style={{ top: topOf(range.from, window), height: heightOf(range) }}>
          {range.kind !== 'off' && t(`web.bookings.${range.kind}`)}
        </div>
      ))}
      {column.blocks.map((block) => (
        <button
          key={block.blockId}
          type="button"
          className="off blocked"
          style={{
            top: topOf(block.from, window) + 1,
            height: heightOf(block) - 2,
            left: `calc(${(block.lane * 100) / block.lanes}% + 4px)`,
            width: `calc(${100 / block.lanes}% - 8px)`,
          }}
          aria-label={`${t('web.bookings.blocked')}, ${clock(block.from)}–${clock(block.to)}, ${block.note}`}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => hands.onBlock(block)}
        >
          <IconLock size={15} stroke={2} aria-hidden="true" />
          <span className="cut">{block.note || t('web.bookings.blocked')}</span>
        </button>
      ))}
      {column.free.map((range) => (
        <button
          key={range.from}
          type="button"
          className="fr"
          style={{
            top: topOf(range.from, window) + 2,
            height: heightOf({ from: 0, to: Math.min(range.to - range.from, LONGEST_BOX + 30) }) - 5,
          }}
          aria-label={t('web.bookings.free_from', {
            time: clock(range.from),
            length: minutesWords(words, range.to - range.from),
          })}
          onClick={() => hands.onFree(column, range)}
        >
          <IconPlus size={16} aria-hidden="true" />
          <span className="cut">{t('web.bookings.free', { length: minutesWords(words, range.to - range.from) })}</span>
        </button>
      ))}
      {props.selected && (
        <div className="cal-sel" style={{ top: topOf(props.selected.from, window), height: heightOf(props.selected) }}>
          {clock(props.selected.from)}–{clock(props.selected.to)}
        </div>
      )}
      {column.pieces.map((piece) => (
        <EventBlock
          key={piece.key}
          piece={piece}
          window={window}
          column={index}
          selected={piece.bookings.some(({ bookingId }) => bookingId === props.openId)}
          lifted={piece.key === props.lifted}
          unsettled={piece.to <= now && ['new', 'confirmed', 'arrived'].includes(piece.bookings[0].state)}
          seats={props.seatsOf(piece.item.serviceId)}
          who={props.named ? piece.item.staffName : undefined}
          onOpen={hands.onOpen}
          onGrab={hands.onGrab}
          onKey={hands.onKey}
          onBlur={hands.onBlur}
        />
      ))}
      {props.children}
    </div>
  );
});
