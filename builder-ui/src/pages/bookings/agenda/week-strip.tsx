import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { addDays } from '#domain/time.ts';
import { useWords } from '../../../words.tsx';
import { daysFrom, mondayOf } from '../calendar/wall.ts';
import { dayLong, weekdayShort } from '../date-words.ts';

/** The days of a week to choose from, with how many come on each. */
export function WeekStrip({
  day,
  today,
  counts,
  onChange,
}: {
  day: string;
  today: string;
  counts: ReadonlyMap<string, number>;
  onChange: (day: string) => void;
}) {
  const { t, language } = useWords();
  return (
    <div className="strip">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        w={28}
        aria-label={t('web.bookings.previous_week')}
        onClick={() => onChange(addDays(day, -7))}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      {daysFrom(mondayOf(day), 7).map((one) => {
        const count = counts.get(one) ?? 0;
        return (
          <button
            key={one}
            type="button"
            aria-pressed={one === day}
            data-today={one === today || undefined}
            title={dayLong(language, one)}
            onClick={() => onChange(one)}
          >
            <span>{weekdayShort(language, one)}</span>
            <b>{Number(one.slice(8))}</b>
            <i aria-hidden="true">{count > 0 ? count : ''}</i>
            <span className="visually-hidden">{t('web.bookings.count', { count })}</span>
          </button>
        );
      })}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        w={28}
        aria-label={t('web.bookings.next_week')}
        onClick={() => onChange(addDays(day, 7))}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  );
}
