import type { Calendar } from '../../../api.ts';
import { minutesSince, wallOf } from '../calendar/wall.ts';
import type { Begin } from './draft.ts';

const HALF_HOUR = 30;
const MORNING = 10 * 60;

/** The minute at which a block begins when nobody said: today from now on, on another day with the person's shift. */
export function blockStart(
  begin: Begin,
  { staff, zone }: Pick<Calendar, 'staff' | 'zone'>,
  now: { today: string; nowMinute: number },
): number {
  if (begin.from !== undefined) return begin.from;
  if (begin.day === now.today) return Math.ceil(now.nowMinute / HALF_HOUR) * HALF_HOUR;
  const shift = staff.find(({ staffId }) => staffId === begin.staffId)?.working.find(({ day }) => day === begin.day)
    ?.spans[0];
  return shift ? minutesSince(begin.day, wallOf(shift.from, zone)) : MORNING;
}
