import { useMemo } from 'react';
import { useWords } from '../../words.tsx';
import { monthDays } from './calendar/month-days.ts';
import { MonthView } from './calendar/month-view.tsx';
import { moveTo } from './calendar/moves.ts';
import { isGroup } from './calendar/pieces.ts';
import { daysFrom, mondayOf, type Wall } from './calendar/wall.ts';
import { useBuffers, type AskedCalendar } from './use-calendar.ts';
import type { useMove } from './use-move.ts';
import type { Panels } from './use-panel.ts';
import type { Sight, useView } from './use-view.ts';

export function MonthPart({
  calendar,
  sight,
  personId,
  now,
  move,
  panels,
  onShow,
}: {
  calendar: AskedCalendar;
  sight: Sight;
  personId: string | null;
  now: Wall;
  move: ReturnType<typeof useMove>;
  panels: Panels;
  onShow: ReturnType<typeof useView>['show'];
}) {
  const { t } = useWords();
  const buffers = useBuffers();
  const month = calendar.asked.day;
  const person = personId ?? (calendar.staff.length === 1 ? (calendar.staff[0]?.staffId ?? null) : null);
  const days = useMemo(
    () => monthDays(calendar, { days: daysFrom(mondayOf(month), 42), personId: person, now, buffers }),
    [calendar, month, person, now, buffers],
  );
  const placeId = sight.placeId ?? calendar.places[0]?.placeId ?? null;
  return (
    <div className="bookings-fill">
      {calendar.cutOff && <div className="tip wait month-cut">{t('web.bookings.cut_off')}</div>}
      <MonthView
        days={days}
        month={month}
        today={now.day}
        withVisits={person !== null}
        onDay={(day) => onShow({ view: undefined, day })}
        onOpen={(piece) =>
          isGroup(piece) ? onShow({ view: undefined, day: piece.day }) : panels.open(piece.bookings[0].bookingId)
        }
        onDrop={(piece, day) => {
          const drop = { day, from: piece.from, to: piece.to, staffId: null };
          const nameOf = (staffId: string): string => calendar.staff.find((one) => one.staffId === staffId)?.name ?? '';
          const made = moveTo(piece, drop, { zone: calendar.zone, placeId, nameOf });
          if (made) move.mutate(made);
        }}
      />
    </div>
  );
}
