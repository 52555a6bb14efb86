import { useCallback, useMemo } from 'react';
import type { Me } from '../../api.ts';
import { useWords } from '../../words.tsx';
import { gridOf, type Column } from './calendar/columns.ts';
import { FactsLine } from './calendar/facts-line.tsx';
import { DayHead, PersonHead, RoomHead } from './calendar/heads.tsx';
import { moveTo } from './calendar/moves.ts';
import { isGroup, type Piece } from './calendar/pieces.ts';
import type { Range } from './calendar/ranges.ts';
import { TimeGrid } from './calendar/time-grid.tsx';
import { daysFrom, type Wall } from './calendar/wall.ts';
import { dayTitle } from './date-words.ts';
import { useBuffers, useServices, type AskedCalendar } from './use-calendar.ts';
import type { useMove } from './use-move.ts';
import type { Panels } from './use-panel.ts';
import { useTrades } from './use-trades.ts';
import type { Sight, useView } from './use-view.ts';

/** A day by person or room, or a week: the grid with its facts and heads. */
export function DayView({
  calendar,
  sight,
  personId,
  now,
  me,
  move,
  panels,
  onShow,
  onBlock,
}: {
  calendar: AskedCalendar;
  sight: Sight;
  personId: string | null;
  now: Wall;
  me: Me;
  move: ReturnType<typeof useMove>;
  panels: Panels;
  onShow: ReturnType<typeof useView>['show'];
  onBlock: (blockId: string) => void;
}) {
  const { t, language } = useWords();
  const buffers = useBuffers();
  const services = useServices().data?.services;
  const trades = useTrades();
  const week = calendar.asked.stretch === 'week';
  const { day } = calendar.asked;
  const by = week ? 'week' : sight.by;
  const grid = useMemo(
    () =>
      gridOf(calendar, { by, days: week ? daysFrom(day, 7) : [day], personId: week ? personId : null, now, buffers }),
    [calendar, by, week, day, personId, now, buffers],
  );
  const seatsOf = useCallback(
    (serviceId: string) => services?.find((one) => one.serviceId === serviceId)?.capacity,
    [services],
  );
  const placeId = sight.placeId ?? calendar.places[0]?.placeId ?? null;
  const { book, open, session, show } = panels;
  const { mutate } = move;
  const onNew = useCallback(
    (column: Column, range: Range, exact: boolean) =>
      book({ day: column.day, staffId: column.staffId, from: range.from, ...(exact ? { to: range.to } : {}) }),
    [book],
  );
  const onOpen = useCallback(
    (piece: Piece) => (isGroup(piece) ? session(piece) : open(piece.bookings[0].bookingId)),
    [open, session],
  );
  const nameOf = (staffId: string): string => calendar.staff.find((one) => one.staffId === staffId)?.name ?? '';
  const mayCallOff = (staffId: string): boolean =>
    me.role !== 'master' || calendar.staff.length === 1 || staffId === personId;
  return (
    <>
      <FactsLine calendar={calendar} grid={grid} now={now} onWindow={(column, range) => onNew(column, range, false)} />
      <TimeGrid
        grid={grid}
        zone={calendar.zone}
        now={now}
        label={week ? t('web.bookings.view_of_week') : dayTitle(language, day, now.day)}
        named={by === 'rooms' || (week && personId === null && calendar.staff.length > 1)}
        mayCross={by !== 'rooms'}
        openId={sight.bookingId}
        seatsOf={seatsOf}
        onOpen={onOpen}
        onNew={onNew}
        onBlock={({ blockId }) => onBlock(blockId)}
        onDrop={({ piece, target }, column) => {
          const drop = { day: column.day, from: target.from, to: target.to, staffId: column.staffId };
          const made = moveTo(piece, drop, { zone: calendar.zone, placeId, nameOf });
          if (made) mutate(made);
        }}
        head={(column) => {
          const person = calendar.staff.find(({ staffId }) => staffId === column.id);
          const room = calendar.resources.find(({ resourceId }) => resourceId === column.id);
          if (week)
            return (
              <DayHead column={column} today={now.day} onOpen={() => onShow({ view: undefined, day: column.day })} />
            );
          if (room) return <RoomHead room={room} column={column} />;
          if (!person) return null;
          return (
            <PersonHead
              person={person}
              column={column}
              trade={trades.get(person.staffId)}
              mayCallOff={mayCallOff(person.staffId)}
              onNew={() => book({ day, staffId: person.staffId })}
              onBlock={() => book({ day, staffId: person.staffId }, 'block')}
              onCallOff={() => show({ kind: 'day-off', staffId: person.staffId, name: person.name, day })}
              onWeek={() => onShow({ view: 'week', person: person.staffId })}
            />
          );
        }}
      />
    </>
  );
}
