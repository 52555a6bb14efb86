import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useWords } from '../../words.tsx';
import { Agenda } from './agenda/agenda.tsx';
import { WeekStrip } from './agenda/week-strip.tsx';
import { gridOf } from './calendar/columns.ts';
import { percent } from './calendar/heads.tsx';
import { daysFrom, mondayOf, wallOf, type Wall } from './calendar/wall.ts';
import { useBuffers, useServices, type AskedCalendar } from './use-calendar.ts';
import type { Panels } from './use-panel.ts';
import type { Sight, useView } from './use-view.ts';

/** A day on a phone: the week to go through, whose day, and the agenda. */
export function PhoneDay({
  calendar,
  sight,
  day,
  personId,
  now,
  panels,
  onShow,
  onBlock,
}: {
  calendar: AskedCalendar;
  sight: Sight;
  day: string;
  personId: string | null;
  now: Wall;
  panels: Panels;
  onShow: ReturnType<typeof useView>['show'];
  onBlock: (blockId: string) => void;
}) {
  const { t } = useWords();
  const buffers = useBuffers();
  const services = useServices().data?.services;
  const person = sight.person === undefined ? null : personId;
  const grid = useMemo(
    () => gridOf(calendar, { by: 'staff', days: [day], personId: person, now, buffers }),
    [calendar, day, person, now, buffers],
  );
  const counts = useMemo(() => countsOf(calendar, day, person), [calendar, day, person]);
  const column = grid.columns.length === 1 ? grid.columns[0] : undefined;
  const booked = grid.columns.reduce((sum, one) => sum + one.booked, 0);
  const working = grid.columns.reduce((sum, one) => sum + one.working, 0);
  return (
    <>
      <WeekStrip
        day={day}
        today={now.day}
        counts={counts}
        onChange={(to) => onShow({ day: to === now.day ? undefined : to })}
      />
      {calendar.staff.length > 1 && (
        <div className="chips tight" role="group" aria-label={t('web.bookings.whose')}>
          <button
            type="button"
            className="fchip"
            aria-pressed={person === null}
            onClick={() => onShow({ person: undefined })}
          >
            {t('web.bookings.everybody')}
          </button>
          {calendar.staff.map((one) => (
            <button
              key={one.staffId}
              type="button"
              className="fchip"
              aria-pressed={person === one.staffId}
              onClick={() => onShow({ person: one.staffId })}
            >
              {one.name}
            </button>
          ))}
        </div>
      )}
      <div className="row phone-facts">
        <p className="sp s t3">
          {t('web.bookings.count', { count: counts.get(day) ?? 0 })}
          {working > 0 && `, ${t('web.bookings.load', { value: percent(booked, working) })}`}
        </p>
        {day !== now.day && (
          <Button variant="subtle" h={44} px={8} onClick={() => onShow({ day: undefined })}>
            {t('web.bookings.today')}
          </Button>
        )}
      </div>
      <Agenda
        grid={grid}
        calendar={calendar}
        day={day}
        now={now}
        seatsOf={(serviceId) => services?.find((one) => one.serviceId === serviceId)?.capacity}
        onOpen={panels.open}
        onGroup={panels.session}
        onBlock={(block) => onBlock(block.blockId)}
        onFree={(range) => panels.book({ day, staffId: column?.staffId ?? null, from: range.from })}
      />
      <Button
        className="book-thumb"
        h={52}
        leftSection={<IconPlus size={20} aria-hidden="true" />}
        onClick={() => panels.book({ day: day < now.day ? now.day : day, staffId: person })}
      >
        {t('web.bookings.book')}
      </Button>
    </>
  );
}

/** How many come on each day of the week. */
function countsOf(calendar: AskedCalendar, day: string, person: string | null): Map<string, number> {
  const counts = new Map(daysFrom(mondayOf(day), 7).map((one) => [one, 0]));
  for (const booking of calendar.bookings) {
    if (person && !booking.items.some(({ staffId }) => staffId === person)) continue;
    const on = wallOf(booking.startsAt, calendar.zone).day;
    if (counts.has(on)) counts.set(on, (counts.get(on) ?? 0) + 1);
  }
  return counts;
}
