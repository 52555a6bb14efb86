import { IconAlertTriangle, IconCalendarPlus, IconSparkles } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Calendar } from '../../../api.ts';
import { LiveMark } from '../../../components/live-mark.tsx';
import { useWords } from '../../../words.tsx';
import type { Column, Grid } from './columns.ts';
import { freeOf } from './gaps.ts';
import { percent } from './heads.tsx';
import type { Range } from './ranges.ts';
import { clock, minutesSince, type Wall } from './wall.ts';

const LEAST_WINDOW = 30;

/** What one would count by hand: visits, how full the day is, what waits for a person, where the next one fits in. */
export function FactsLine({
  calendar,
  grid,
  now,
  onWindow,
}: {
  calendar: Calendar;
  grid: Grid;
  now: Wall;
  onWindow: (column: Column, range: Range) => void;
}) {
  const { t } = useWords();
  const pieces = grid.columns.flatMap((column) => column.pieces.map((piece) => ({ piece, column })));
  const visits = new Map(pieces.flatMap(({ piece }) => piece.bookings.map((one) => [one.bookingId, one])));
  const ends = new Map(
    pieces.flatMap(({ piece, column }) =>
      piece.bookings.map((one) => [one.bookingId, piece.to <= minutesSince(column.day, now)]),
    ),
  );
  const fresh = [...visits.values()].filter((one) => one.state === 'new' && !ends.get(one.bookingId));
  const open = [...visits.values()].filter(
    (one) => ['new', 'confirmed', 'arrived'].includes(one.state) && ends.get(one.bookingId),
  );
  const load = percent(
    grid.columns.reduce((sum, { booked }) => sum + booked, 0),
    grid.columns.reduce((sum, { working }) => sum + working, 0),
  );
  const next = nextWindow(grid, now);
  const person = next && calendar.staff.find(({ staffId }) => staffId === next.column.staffId);
  return (
    <div className="facts">
      <span>
        <b>{t('web.bookings.count', { count: visits.size })}</b>, {t('web.bookings.load', { value: load })}
        {visits.size === 0 && next && <span className="t3">. {t('web.bookings.press_free')}</span>}
      </span>
      {fresh.length > 0 && (
        <Link className="row g6" to="/bookings?view=list&list=new">
          <IconSparkles size={18} aria-hidden="true" />
          {t('web.bookings.to_confirm', { count: fresh.length })}
        </Link>
      )}
      {open.length > 0 && (
        <Link className="row g6" to="/bookings?view=list&list=unsettled">
          <IconAlertTriangle size={18} className="warn" aria-hidden="true" />
          {t('web.bookings.to_settle', { count: open.length })}
        </Link>
      )}
      <LiveMark />
      <span className="sp" />
      <PlaceClock zone={calendar.zone} />
      {next && person && (
        <button type="button" className="plain row g6 link" onClick={() => onWindow(next.column, next.range)}>
          <IconCalendarPlus size={18} aria-hidden="true" />
          {t('web.bookings.next_window', { time: clock(next.range.from), name: person.name })}
        </button>
      )}
      {!next && grid.columns.some(({ day, staffId, working }) => staffId !== null && working > 0 && day >= now.day) && (
        <span>{t('web.bookings.no_window')}</span>
      )}
    </div>
  );
}

/** The clock of another place than the reader's is named. */
function PlaceClock({ zone }: { zone: string }) {
  const { t, language } = useWords();
  if (zone === Intl.DateTimeFormat().resolvedOptions().timeZone) return null;
  const name = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortGeneric' })
    .formatToParts(new Date())
    .find(({ type }) => type === 'timeZoneName')?.value;
  return <span className="t3">{t('web.bookings.place_clock', { zone: name ?? zone })}</span>;
}

/** The earliest time from now on at which somebody has half an hour. */
function nextWindow({ columns }: Grid, now: Wall): { column: Column; range: Range } | undefined {
  const windows = columns
    .filter(({ staffId }) => staffId !== null)
    .flatMap((column) => {
      const [range] = freeOf(
        column.work,
        [...column.busy, ...column.blocks],
        minutesSince(column.day, now),
        LEAST_WINDOW,
      );
      return range ? [{ column, range }] : [];
    });
  return windows.sort((a, b) => a.column.day.localeCompare(b.column.day) || a.range.from - b.range.from)[0];
}
