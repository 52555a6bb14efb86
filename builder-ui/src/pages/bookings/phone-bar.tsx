import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import type { Calendar } from '../../api.ts';
import { useWords } from '../../words.tsx';
import { phoneTitle } from './date-words.ts';
import { DayPicker } from './day-picker.tsx';
import type { Sight, useView } from './use-view.ts';

/** The head on a phone: the day, which opens a month to choose from, and the list beside it. */
export function PhoneBar({
  sight,
  day,
  today,
  calendar,
  ownPlace,
  onShow,
}: {
  sight: Sight;
  day: string;
  today: string;
  calendar: Calendar | undefined;
  ownPlace: boolean;
  onShow: ReturnType<typeof useView>['show'];
  onNew: () => void;
}) {
  const { t, pick, language } = useWords();
  const list = sight.view === 'list';
  const go = (to: string) => onShow({ day: to === today ? undefined : to });
  return (
    <header className="bar wrap phone-bar">
      <h1 className="sp">{list ? t('web.nav.bookings') : phoneTitle(language, day)}</h1>
      {!list && (
        <DayPicker
          day={day}
          today={today}
          onChange={go}
          target={(open, opened) => (
            <Button
              variant="default"
              h={44}
              w={44}
              px={0}
              aria-label={t('web.bookings.choose_day')}
              aria-expanded={opened}
              onClick={open}
            >
              <IconCalendar size={20} aria-hidden="true" />
            </Button>
          )}
        />
      )}
      {calendar && calendar.places.length > 1 && !list && !ownPlace && (
        <Select
          w="100%"
          aria-label={t('web.bookings.place')}
          allowDeselect={false}
          data={calendar.places.map((one) => ({ value: one.placeId, label: pick(one.name) }))}
          value={sight.placeId ?? calendar.places[0]?.placeId ?? null}
          onChange={(place) => onShow({ place: place ?? undefined, person: undefined })}
        />
      )}
      <SegmentedControl
        fullWidth
        className="touch-seg"
        aria-label={t('web.bookings.view')}
        value={list ? 'list' : 'day'}
        onChange={(view) => onShow({ view: view === 'list' ? 'list' : undefined, list: undefined })}
        data={[
          { value: 'day', label: t('web.bookings.view_of_day') },
          { value: 'list', label: t('web.bookings.view_of_list') },
        ]}
      />
    </header>
  );
}
