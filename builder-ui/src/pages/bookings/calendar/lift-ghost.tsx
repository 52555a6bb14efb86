import { IconAlertTriangle, IconBell, IconCircleCheck, IconGripHorizontal } from '@tabler/icons-react';
import { planReminders } from '#domain/bookings/reminders.ts';
import { useWords } from '../../../words.tsx';
import { useBookingRules, useServices } from '../use-calendar.ts';
import { usePlaceTime } from '../words.ts';
import type { Column } from './columns.ts';
import { inTheWay } from './drop-target.ts';
import { topOf } from './event-block.tsx';
import type { Range } from './ranges.ts';
import { HOUR_PX, type Lift } from './use-lift.ts';
import { clock, minutesSince, momentOf, wallAt, wallOf } from './wall.ts';

/** The block in the hand: where it would come, and what would follow from it. */
export function LiftGhost({ lift, column, window, zone }: { lift: Lift; column: Column; window: Range; zone: string }) {
  const { t } = useWords();
  const { from, to } = lift.target;
  const height = Math.max(((to - from) / 60) * HOUR_PX - 2, 26);
  const [booking] = lift.piece.bookings;
  const reminder = useNextReminder(lift, column, zone);
  const way = useWayWords(lift, column);
  const free = way.kind === 'free';
  const WaySign = free ? IconCircleCheck : IconAlertTriangle;
  const was = wasWords(lift, column);
  return (
    <div className="gh" style={{ top: topOf(from, window) + 1, height }} aria-hidden="true">
      <span className="row g6">
        <b className="cut sp">{booking.contact.name}</b>
        <IconGripHorizontal size={15} stroke={2} />
      </span>
      <span className="xs blk cut">
        {clock(from)}–{clock(to)}
        {was === undefined ? '' : `, ${t('web.bookings.was', { time: was })}`}
      </span>
      {height >= 60 && (
        <span className="xs row g4 cut">
          <WaySign size={15} stroke={2} />
          <span className="cut">{way.words}</span>
        </span>
      )}
      {height >= 78 && reminder && (
        <span className="xs row g4">
          <IconBell size={15} stroke={2} />
          <span className="cut">{t('web.bookings.will_remind', { time: reminder })}</span>
        </span>
      )}
    </div>
  );
}

function wasWords({ piece, target, how }: Lift, column: Column): string | undefined {
  if (how === 'stretch') return clock(piece.to);
  return piece.from === target.from && piece.day === column.day ? undefined : clock(piece.from);
}

/** What is in the way, in words, as far as the page can see it. */
export function useWayWords(lift: Lift, column: Column): { kind: string; words: string } {
  const { t } = useWords();
  const services = useServices().data?.services;
  const gives = (staffId: string, serviceId: string): boolean =>
    services?.find((one) => one.serviceId === serviceId)?.givers.some((one) => one.staffId === staffId) ?? true;
  const way = inTheWay(column, lift.piece, lift.target, gives);
  if (way.kind === 'busy') return { kind: way.kind, words: t('web.bookings.way_busy', { name: way.with }) };
  return { kind: way.kind, words: t(`web.bookings.way_${way.kind}`) };
}

/** When the client would next be reminded, if the visit were there. */
function useNextReminder({ piece, target }: Lift, column: Column, zone: string): string | undefined {
  const rules = useBookingRules();
  const { time, at } = usePlaceTime(zone);
  if (!rules?.remindersOn) return undefined;
  const [booking] = piece.bookings;
  const lead = piece.from - minutesSince(piece.day, wallOf(booking.startsAt, zone));
  const startsAt = momentOf(wallAt(column.day, target.from - lead), zone);
  const plan = planReminders({ ...rules, startsAt, setAt: new Date(), zone });
  const next = plan.find(({ skipped }) => skipped === null);
  if (!next) return undefined;
  return wallOf(next.at, zone).day === column.day ? time(next.at.toISOString()) : at(next.at.toISOString());
}
