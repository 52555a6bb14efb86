import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { addDays } from '#domain/time.ts';
import { useWords } from '../../words.tsx';
import { mondayOf } from './calendar/wall.ts';
import { dayTitle, daysTitle, monthTitle } from './date-words.ts';
import { DayPicker } from './day-picker.tsx';
import type { useView, Sight } from './use-view.ts';
import { stepped } from './stepped.ts';

/** Which days are shown, the way to any other one, and the steps to the next. */
export function DaySteps({
  sight,
  day,
  today,
  onShow,
}: {
  sight: Sight;
  day: string;
  today: string;
  onShow: ReturnType<typeof useView>['show'];
}) {
  const { t, language } = useWords();
  const { view } = sight;
  const monday = mondayOf(day);
  const title =
    view === 'week'
      ? daysTitle(language, monday, addDays(monday, 6), today)
      : view === 'month'
        ? monthTitle(language, day)
        : dayTitle(language, day, today);
  const go = (to: string) => onShow({ day: to === today ? undefined : to });
  const unit = view === 'list' ? 'day' : view;
  return (
    <>
      <h1 className="cal-title">
        <DayPicker
          day={day}
          today={today}
          onChange={go}
          target={(open, opened) => (
            <button
              type="button"
              className="plain row g4"
              title={t('web.bookings.choose_day')}
              aria-expanded={opened}
              onClick={open}
            >
              <span className="cut">{title}</span>
              <IconChevronDown size={18} className="t3" aria-hidden="true" />
            </button>
          )}
        />
      </h1>
      <div className="row g6">
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t(`web.bookings.previous_${unit}`)}
          onClick={() => go(stepped(view, day, -1))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Button variant="default" size="xs" h={32} onClick={() => onShow({ day: undefined })}>
          {t('web.bookings.today')}
        </Button>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t(`web.bookings.next_${unit}`)}
          onClick={() => go(stepped(view, day, 1))}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </div>
    </>
  );
}
