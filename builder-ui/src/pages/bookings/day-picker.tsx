import { Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useState, type ReactNode } from 'react';
import { floating } from '../../forms/parsed-input.tsx';
import { useWords } from '../../words.tsx';
import { dayLong, monthTitle, weekdayShort } from './date-words.ts';

/** A month to choose a day from, in the reader's words, under whatever opens it. */
export function DayPicker({
  day,
  today,
  onChange,
  target,
}: {
  day: string;
  today: string;
  onChange: (day: string) => void;
  target: (open: () => void, opened: boolean) => ReactNode;
}) {
  const { t, language } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus {...floating}>
      <Popover.Target>{target(() => setOpened((now) => !now), opened)}</Popover.Target>
      <Popover.Dropdown p={12} className="day-picker">
        <DatePicker
          defaultDate={day}
          value={day}
          firstDayOfWeek={1}
          monthLabelFormat={(date) => monthTitle(language, date)}
          weekdayFormat={(date) => weekdayShort(language, date)}
          monthsListFormat={(date) => monthTitle(language, date).split(' ')[0]}
          getDayProps={(date) => ({
            'aria-label': dayLong(language, date),
            ...(date === today ? { 'data-place-today': true } : {}),
          })}
          highlightToday={false}
          size="sm"
          ariaLabels={{
            previousMonth: t('web.bookings.previous_month'),
            nextMonth: t('web.bookings.next_month'),
            previousYear: t('web.bookings.previous_year'),
            nextYear: t('web.bookings.next_year'),
          }}
          onChange={(next) => {
            if (!next) return;
            setOpened(false);
            onChange(next.slice(0, 10));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
