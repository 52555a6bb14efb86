import { IconHandGrab } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useWords } from '../../../words.tsx';
import type { Block, Column, Grid } from './columns.ts';
import { topOf } from './event-block.tsx';
import { GridColumn, type ColumnHands } from './grid-column.tsx';
import { LiftGhost } from './lift-ghost.tsx';
import { LiftSpoken } from './lift-spoken.tsx';
import type { Piece } from './pieces.ts';
import type { Range } from './ranges.ts';
import { Hours, useStartInSight, widthsOf } from './grid-frame.tsx';
import { useLift, type Lift } from './use-lift.ts';
import { useSelectTime, type Chosen } from './use-select-time.ts';
import { minutesSince, type Wall } from './wall.ts';

/**
 * Hours down, columns across. `@mantine/schedule` lays people out as rows and time sideways, lets a block jump to the
 * pointer when it is lifted, and reckons by the reader's own clock; a day by person and a week are drawn here instead.
 */
export function TimeGrid({
  grid,
  zone,
  now,
  label,
  head,
  named,
  mayCross,
  openId,
  seatsOf,
  onOpen,
  onNew,
  onBlock,
  onDrop,
}: {
  grid: Grid;
  zone: string;
  now: Wall;
  label: string;
  head: (column: Column) => ReactNode;
  named: boolean;
  mayCross: boolean;
  openId: string | undefined;
  seatsOf: (serviceId: string) => number | undefined;
  onOpen: (piece: Piece) => void;
  onNew: (column: Column, range: Range, exact: boolean) => void;
  onBlock: (block: Block) => void;
  onDrop: (lift: Lift, column: Column) => void;
}) {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useRef<(HTMLElement | null)[]>([]);
  const refocus = useRef<string | null>(null);
  const { window } = grid;
  const chosen = useCallback(
    ({ column, from, to }: Chosen, dragged: boolean) => onNew(column, { from, to }, dragged),
    [onNew],
  );
  const select = useSelectTime(window, chosen);
  const { lift, grab, onKey, letGo, wasDragged } = useLift({
    grid,
    columns,
    scroller,
    mayCross,
    onDrop(done) {
      const column = grid.columns[done.target.column];
      if (!column) return;
      refocus.current = done.piece.bookings[0].bookingId;
      onDrop(done, column);
    },
  });
  useStartInSight(scroller, grid, now);
  // A dropped block is drawn in another column: whoever moved it by keys goes on from there.
  useEffect(() => {
    if (!refocus.current || lift) return;
    const block = scroller.current?.querySelector<HTMLElement>(`[data-booking="${refocus.current}"]`);
    if (block && document.activeElement === document.body) block.focus({ preventScroll: true });
    refocus.current = null;
  }, [grid, lift]);

  const hands = useMemo<ColumnHands>(
    () => ({
      onOpen: (piece) => {
        if (!wasDragged()) onOpen(piece);
      },
      onGrab: grab,
      onKey,
      onBlur: letGo,
      onFree: (column, range) => {
        if (!select.wasDragged()) onNew(column, { from: range.from, to: range.from + 60 }, true);
      },
      onBlock,
      onGround: select.begin,
    }),
    [grab, letGo, onBlock, onKey, onNew, onOpen, select.begin, select.wasDragged, wasDragged],
  );
  const count = grid.columns.length;
  const keepColumn = useMemo(
    () =>
      Array.from({ length: count }, (_, index) => (node: HTMLElement | null) => {
        columns.current[index] = node;
      }),
    [count],
  );
  const widths = widthsOf(grid.columns);
  const over = lift ? grid.columns[lift.target.column] : undefined;
  const today = grid.columns.findIndex(({ day }) => isWithin(minutesSince(day, now), window));
  const nowTop = today === -1 ? undefined : topOf(minutesSince(grid.columns[today]?.day ?? '', now), window);
  const many = new Set(grid.columns.map(({ day }) => day)).size > 1;
  return (
    <div className="cal" data-lifting={lift ? true : undefined}>
      <div className="cal-scroll" ref={scroller} role="region" aria-label={label} tabIndex={0}>
        <div className="cal-head" style={{ minWidth: widths.all }}>
          <span className="cal-corner" />
          {grid.columns.map((column, index) => (
            <div
              key={column.id}
              className="sh"
              data-today={many && column.day === now.day ? true : undefined}
              style={{ minWidth: widths.each[index] }}
            >
              {head(column)}
            </div>
          ))}
        </div>
        <div className="cal-body" style={{ minWidth: widths.all }}>
          <Hours window={window} now={now} nowTop={nowTop} />
          {grid.columns.map((column, index) => (
            <div className="cl-box" key={column.id} style={{ minWidth: widths.each[index] }}>
              <GridColumn
                column={column}
                index={index}
                window={window}
                now={minutesSince(column.day, now)}
                openId={openId}
                lifted={lift?.piece.key}
                over={lift?.target.column === index}
                selected={select.chosen?.column.id === column.id ? select.chosen : null}
                named={named}
                seatsOf={seatsOf}
                hands={hands}
                columnRef={keepColumn[index]!}
              />
              {nowTop !== undefined && (!many || index === today) && <i className="nowl" style={{ top: nowTop }} />}
              {lift && over && lift.target.column === index && (
                <LiftGhost lift={lift} column={over} window={window} zone={zone} />
              )}
            </div>
          ))}
        </div>
      </div>
      <span id="cal-how-to-move" hidden>
        {t('web.bookings.how_to_move')}
      </span>
      <LiftSpoken lift={lift} column={over} name={over && headName(over, scroller.current)} />
      {lift && (
        <div className="dtip" aria-hidden="true">
          <IconHandGrab size={18} />
          {t(
            lift.by === 'keys'
              ? 'web.bookings.drop_by_keys'
              : lift.how === 'stretch'
                ? 'web.bookings.drop_stretch'
                : 'web.bookings.drop',
          )}
          <kbd>Esc</kbd>
          {t('web.bookings.put_back')}
        </div>
      )}
    </div>
  );
}

const isWithin = (minutes: number, window: Range): boolean => minutes >= window.from && minutes <= window.to;

const headName = (column: Column, scroller: HTMLElement | null): string =>
  scroller?.querySelector(`[data-head="${column.id}"]`)?.textContent ?? '';
