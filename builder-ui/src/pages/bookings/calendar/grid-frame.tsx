import { useEffect, useRef } from 'react';
import type { Column, Grid } from './columns.ts';
import { topOf } from './event-block.tsx';
import type { Range } from './ranges.ts';
import { clock, type Wall } from './wall.ts';

/** The hours at the left; the one that the line of now would cover is left out. */
export function Hours({ window, now, nowTop }: { window: Range; now: Wall; nowTop: number | undefined }) {
  const hours = Array.from({ length: (window.to - window.from) / 60 + 1 }, (_, at) => window.from + at * 60);
  return (
    <div className="hr" aria-hidden="true">
      {hours
        .filter((minutes) => nowTop === undefined || Math.abs(topOf(minutes, window) - nowTop) >= 18)
        .map((minutes) => (
          <span key={minutes} style={{ top: topOf(minutes, window) }}>
            {Math.floor(minutes / 60) % 24}:00
          </span>
        ))}
      {nowTop !== undefined && (
        <b className="now-at" style={{ top: nowTop }}>
          {clock(now.minute)}
        </b>
      )}
    </div>
  );
}

const HOURS_PX = 54;
const LEAST_PX = 168;
const LANE_PX = 108;

/** What stands side by side needs its room: the calendar scrolls sideways before it becomes unreadable. */
export function widthsOf(columns: readonly Column[]): { each: number[]; all: number } {
  const each = columns.map(({ pieces }) => {
    const lanes = Math.max(1, ...pieces.map((piece) => piece.lanes));
    return Math.max(LEAST_PX, lanes > 1 ? lanes * LANE_PX : 0);
  });
  return { each, all: each.reduce((sum, width) => sum + width, HOURS_PX) };
}

/** The calendar opens at the present hour of today, and before the first hours of another day. */
export function useStartInSight(scroller: { readonly current: HTMLElement | null }, grid: Grid, now: Wall): void {
  const day = grid.columns[0]?.day;
  const latest = useRef({ grid, now });
  latest.current = { grid, now };
  useEffect(() => {
    const { window, columns } = latest.current.grid;
    const isToday = columns.some((column) => column.day === latest.current.now.day);
    const begins = columns.flatMap(({ pieces, work }) => [...pieces, ...work].map(({ from }) => from));
    const first = isToday ? latest.current.now.minute - 90 : Math.min(...begins) - 30;
    if (scroller.current && Number.isFinite(first)) scroller.current.scrollTop = Math.max(0, topOf(first, window));
  }, [day, scroller]);
}
