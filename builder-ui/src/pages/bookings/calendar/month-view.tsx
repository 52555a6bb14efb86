import { MonthView as MonthGrid, type ScheduleEventData } from '@mantine/schedule';
import '@mantine/schedule/styles.css';
import { IconAlertTriangle, IconSparkles } from '@tabler/icons-react';
import { useMemo } from 'react';
import { bookingLooks } from '../../../components/badges.tsx';
import { useWords } from '../../../words.tsx';
import { dayLong, weekdayShort } from '../date-words.ts';
import type { MonthDay } from './month-days.ts';
import { isGroup, mayDrag, type Piece } from './pieces.ts';
import { clock, minutesOf } from './wall.ts';

const LINES = 4;

/**
 * A month: of everybody how full each day is, of one person the visits too, which can be dragged to another day at the
 * same hour. Only days are given to the widget, and hours as they stand on the wall: it has no clock of a place.
 */
export function MonthView({
  days,
  month,
  today,
  withVisits,
  onDay,
  onOpen,
  onDrop,
}: {
  days: readonly MonthDay[];
  month: string;
  today: string;
  withVisits: boolean;
  onDay: (day: string) => void;
  onOpen: (piece: Piece) => void;
  onDrop: (piece: Piece, day: string) => void;
}) {
  const { t, language } = useWords();
  const byDay = useMemo(() => new Map(days.map((one) => [one.day, one])), [days]);
  const events = useMemo(() => eventsOf(days, withVisits), [days, withVisits]);
  return (
    <div className="month">
      <MonthGrid
        date={month}
        withHeader={false}
        firstDayOfWeek={1}
        highlightToday={false}
        consistentWeeks={false}
        maxEventsPerDay={LINES}
        weekdayFormat={(date) => weekdayShort(language, String(date))}
        events={events}
        labels={{
          more: t('web.bookings.month_more'),
          moreLabel: (count) => t('web.bookings.month_more_count', { count }),
          noEvents: t('web.bookings.day_empty'),
        }}
        getDayProps={(date) => ({
          'aria-label': spoken(byDay.get(date), date),
          'data-day': date,
          className: [date === today && 'month-today', byDay.get(date)?.load === null && 'month-off']
            .filter(Boolean)
            .join(' '),
          ...(date === today ? { 'aria-current': 'date' } : {}),
        })}
        renderEventBody={(event) => <Line event={event} days={byDay} />}
        onDayClick={(date) => onDay(date)}
        onEventClick={(event) => {
          const piece = event.payload?.['piece'] as Piece | undefined;
          if (piece) onOpen(piece);
          else onDay(String(event.start).slice(0, 10));
        }}
        withEventsDragAndDrop={withVisits}
        canDragEvent={(event) => {
          const piece = event.payload?.['piece'] as Piece | undefined;
          return piece !== undefined && mayDrag(piece);
        }}
        onEventDrop={({ event, newStart }) => {
          const piece = event.payload?.['piece'] as Piece | undefined;
          if (piece) onDrop(piece, newStart.slice(0, 10));
        }}
      />
    </div>
  );

  function spoken(one: MonthDay | undefined, date: string): string {
    const parts = [dayLong(language, date)];
    if (one?.visits) parts.push(t('web.bookings.count', { count: one.visits }));
    if (one && one.load !== null) parts.push(t('web.bookings.load', { value: one.load }));
    if (one?.toConfirm) parts.push(t('web.bookings.to_confirm', { count: one.toConfirm }));
    if (one?.unsettled) parts.push(t('web.bookings.to_settle', { count: one.unsettled }));
    return parts.join(', ');
  }
}

type Sign = 'load' | 'confirm' | 'settle';

function eventsOf(days: readonly MonthDay[], withVisits: boolean): ScheduleEventData[] {
  const line = (
    day: string,
    id: string,
    order: number,
    payload: Record<string, unknown>,
    title: string,
    minute?: number,
  ) => {
    const time = minute === undefined ? `00:0${order}` : clock(Math.max(minute, 10));
    const end = clock(Math.min((minutesOf(time) ?? 0) + 1, 1_439));
    return { id, title, start: `${day} ${time}:00`, end: `${day} ${end}:00`, color: 'gray', payload };
  };
  return days.flatMap(({ day, visits, toConfirm, unsettled, pieces }) => [
    ...(visits > 0 ? [line(day, `${day} load`, 0, { sign: 'load' satisfies Sign }, day)] : []),
    ...(toConfirm > 0 ? [line(day, `${day} confirm`, 1, { sign: 'confirm' satisfies Sign }, day)] : []),
    ...(unsettled > 0 ? [line(day, `${day} settle`, 2, { sign: 'settle' satisfies Sign }, day)] : []),
    ...(withVisits
      ? pieces.map((piece) =>
          line(day, `${day} ${piece.key}`, 3, { piece }, piece.bookings[0].contact.name, piece.from),
        )
      : []),
  ]);
}

function Line({ event, days }: { event: ScheduleEventData; days: ReadonlyMap<string, MonthDay> }) {
  const { t, pick } = useWords();
  const piece = event.payload?.['piece'] as Piece | undefined;
  const day = days.get(String(event.start).slice(0, 10));
  if (piece) {
    const look = bookingLooks[piece.bookings[0].badge];
    return (
      <span className={`month-visit ${piece.bookings[0].badge}`}>
        <look.icon size={13} stroke={2} aria-label={t(`web.bookings.badge.${piece.bookings[0].badge}`)} />
        {clock(piece.from)} {isGroup(piece) ? pick(piece.item.serviceName) : piece.bookings[0].contact.name}
      </span>
    );
  }
  if (!day) return null;
  switch (event.payload?.['sign'] as Sign | undefined) {
    case 'confirm':
      return (
        <span className="month-sign">
          <IconSparkles size={13} stroke={2} aria-hidden="true" />
          {t('web.bookings.to_confirm', { count: day.toConfirm })}
        </span>
      );
    case 'settle':
      return (
        <span className="month-sign">
          <IconAlertTriangle size={13} stroke={2} className="warn" aria-hidden="true" />
          {t('web.bookings.to_settle', { count: day.unsettled })}
        </span>
      );
    default:
      return (
        <span className="month-load">
          <i style={{ width: `${Math.min(day.load ?? 0, 100)}%` }} />
          <span>
            <b>{t('web.bookings.count', { count: day.visits })}</b>
            {day.load !== null && ` ${t('web.bookings.percent', { value: day.load })}`}
          </span>
        </span>
      );
  }
}
