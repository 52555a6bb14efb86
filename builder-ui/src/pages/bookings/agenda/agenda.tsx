import { Button } from '@mantine/core';
import { IconLock, IconPlus, IconUsers } from '@tabler/icons-react';
import type { Calendar } from '../../../api.ts';
import { useWords } from '../../../words.tsx';
import type { Grid } from '../calendar/columns.ts';
import type { Piece } from '../calendar/pieces.ts';
import type { Range } from '../calendar/ranges.ts';
import { clock, minutesSince, type Wall } from '../calendar/wall.ts';
import { minutesWords } from '../words.ts';
import { linesOf, type Line } from './agenda-lines.ts';
import { VisitCard } from './visit-card.tsx';

/** A day on a phone: one after another, with what to do under the thumb. */
export function Agenda({
  grid,
  calendar,
  day,
  now,
  seatsOf,
  onOpen,
  onGroup,
  onBlock,
  onFree,
}: {
  grid: Grid;
  calendar: Calendar;
  day: string;
  now: Wall;
  seatsOf: (serviceId: string) => number | undefined;
  onOpen: (bookingId: string) => void;
  onGroup: (piece: Piece) => void;
  onBlock: (block: Calendar['blocks'][number]) => void;
  onFree: (range: Range) => void;
}) {
  const { t } = useWords();
  const isToday = day === now.day;
  const lines = linesOf(grid, calendar, isToday ? minutesSince(day, now) : undefined);
  const works = grid.columns.some(({ working }) => working > 0);
  const any = lines.some(({ kind }) => kind !== 'now' && kind !== 'free');
  return (
    <div className="cards agenda">
      {!any && <p className="t2 center">{t(works ? 'web.bookings.day_empty' : 'web.bookings.day_off_empty')}</p>}
      {lines.map((line) => (
        <One
          key={keyOf(line)}
          line={line}
          many={grid.columns.length > 1}
          {...{ seatsOf, onOpen, onGroup, onBlock, onFree }}
        />
      ))}
    </div>
  );
}

const keyOf = (line: Line): string =>
  line.kind === 'visit'
    ? line.booking.bookingId
    : line.kind === 'group'
      ? line.piece.key
      : line.kind === 'block'
        ? line.block.blockId
        : `${line.kind} ${line.from}`;

function One({
  line,
  many,
  seatsOf,
  onOpen,
  onGroup,
  onBlock,
  onFree,
}: {
  line: Line;
  many: boolean;
  seatsOf: (serviceId: string) => number | undefined;
  onOpen: (bookingId: string) => void;
  onGroup: (piece: Piece) => void;
  onBlock: (block: Calendar['blocks'][number]) => void;
  onFree: (range: Range) => void;
}) {
  const words = useWords();
  const { t, pick } = words;
  const span = `${clock(line.from)}–${clock(line.to)}`;
  switch (line.kind) {
    case 'now':
      return (
        <div className="agenda-now" role="separator" aria-label={t('web.now')}>
          <b>{clock(line.from)}</b>
        </div>
      );
    case 'free':
      return (
        <button type="button" className="fr flat" onClick={() => onFree(line)}>
          <IconPlus size={16} aria-hidden="true" />
          {span}, {t('web.bookings.free', { length: minutesWords(words, line.to - line.from) })}
        </button>
      );
    case 'block':
      return (
        <button type="button" className="off flat" onClick={() => onBlock(line.block)}>
          <IconLock size={16} aria-hidden="true" />
          {span}, {line.block.note || t('web.bookings.blocked')}
          {many && ` · ${line.whose}`}
        </button>
      );
    case 'group': {
      const seats = seatsOf(line.piece.item.serviceId);
      return (
        <article className="card visit group">
          <div className="row">
            <b className="nw">{span}</b>
            <span className="sp" />
            <span className="bdg">
              <IconUsers size={15} stroke={2} aria-hidden="true" />
              {line.piece.bookings.length}
              {seats ? `/${seats}` : ''}
            </span>
          </div>
          <span className="name">{pick(line.piece.item.serviceName)}</span>
          {many && <span className="s t3">{line.piece.item.staffName}</span>}
          <Button variant="default" h={44} onClick={() => onGroup(line.piece)}>
            {t('web.bookings.who_comes')}
          </Button>
        </article>
      );
    }
    case 'visit':
      return (
        <VisitCard booking={line.booking} when={span} withStaff={many} onOpen={() => onOpen(line.booking.bookingId)} />
      );
  }
}
