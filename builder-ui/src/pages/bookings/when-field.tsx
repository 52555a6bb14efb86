import { ActionIcon, Button } from '@mantine/core';
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { addDays } from '#domain/time.ts';
import { useWords } from '../../words.tsx';
import { clock, isShown, minutesOf, momentOf, wallOf } from './calendar/wall.ts';
import { dayLong } from './date-words.ts';
import { DayPicker } from './day-picker.tsx';
import type { requestOf } from './new/draft.ts';
import { TimeInput } from './time-input.tsx';
import { TimeChips } from './time-chips.tsx';
import { useTimes } from './use-times.ts';

export type When = { day: string; time: string; moment: string | null };

/** A day and an hour on the wall of the place: typed, or one of the free times. */
export function WhenField({
  when,
  today,
  zone,
  request,
  except,
  error,
  onChange,
}: {
  when: When;
  today: string;
  zone: string;
  request: ReturnType<typeof requestOf>;
  except?: string | undefined;
  error: string | undefined;
  onChange: (when: When) => void;
}) {
  const { t, language } = useWords();
  const times = useTimes(request, { day: when.day, except });
  const minute = minutesOf(when.time);
  const wanted = minute === undefined ? undefined : { day: when.day, minute };
  const choose = (moment: string) => {
    const wall = wallOf(moment, zone);
    onChange({ day: wall.day, time: clock(wall.minute), moment });
  };
  const step = (days: number) => onChange({ ...when, day: addDays(when.day, days), moment: null });
  return (
    <div className="col g8">
      <div className="row g6 when">
        <ActionIcon
          variant="default"
          size={36}
          className="touch"
          aria-label={t('web.bookings.day_before')}
          onClick={() => step(-1)}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <DayPicker
          day={when.day}
          today={today}
          onChange={(day) => onChange({ ...when, day, moment: null })}
          target={(open, opened) => (
            <Button
              variant="default"
              className="sp touch"
              h={36}
              px={8}
              leftSection={<IconCalendar size={18} aria-hidden="true" />}
              aria-expanded={opened}
              onClick={open}
            >
              {dayLong(language, when.day)}
            </Button>
          )}
        />
        <ActionIcon
          variant="default"
          size={36}
          className="touch"
          aria-label={t('web.bookings.day_after')}
          onClick={() => step(1)}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
        <TimeInput
          aria-label={t('web.bookings.time')}
          className="time"
          value={when.time}
          aria-invalid={error !== undefined}
          onChange={(time) => onChange({ ...when, time, moment: null })}
        />
      </div>
      {error && (
        <p className="s err" role="alert">
          {error}
        </p>
      )}
      {request && (
        <TimeChips
          times={times.data}
          pending={times.isPending}
          error={times.error}
          day={when.day}
          wantedMs={wanted && momentOf(wanted, zone).getTime()}
          moment={when.moment ?? momentOfChip(times.data?.days, wanted, zone)}
          onChoose={choose}
          onDay={(_, moment) => choose(moment)}
        />
      )}
    </div>
  );
}

/** A typed time that is one of the free ones is that one. */
function momentOfChip(
  days: readonly { slots: readonly { startsAt: string }[] }[] | undefined,
  wanted: { day: string; minute: number } | undefined,
  zone: string,
): string | null {
  if (!wanted) return null;
  const ms = momentOf(wanted, zone).getTime();
  return days?.flatMap(({ slots }) => slots).find(({ startsAt }) => Date.parse(startsAt) === ms)?.startsAt ?? null;
}

/** What is wrong with a typed time, before anybody is asked: no time, or one that the clocks skip on that day. */
export function useWhenProblem(zone: string): (when: When) => string | undefined {
  const { t, day } = useWords();
  return (when) => {
    const minute = minutesOf(when.time);
    if (minute === undefined) return t('web.bookings.time_needed');
    if (when.moment === null && !isShown({ day: when.day, minute }, zone))
      return t('web.bookings.time_skipped', { time: when.time, day: day(when.day) });
    return undefined;
  };
}
