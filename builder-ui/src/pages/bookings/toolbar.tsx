import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Calendar } from '../../api.ts';
import { LiveMark } from '../../components/live-mark.tsx';
import { useWords } from '../../words.tsx';
import { DaySteps } from './day-steps.tsx';
import { calendarViews, type Sight, type useView, type View } from './use-view.ts';

/** Which days and whose: everything that decides what the calendar shows. */
export function Toolbar({
  sight,
  day,
  today,
  calendar,
  personId,
  ownPlace,
  onShow,
  onNew,
}: {
  sight: Sight;
  day: string;
  today: string;
  calendar: Calendar | undefined;
  personId: string | null;
  /** A master works at one place, and sees that one. */
  ownPlace: boolean;
  onShow: ReturnType<typeof useView>['show'];
  onNew: () => void;
}) {
  const { t, pick } = useWords();
  const many = (calendar?.staff.length ?? 0) > 1;
  const list = sight.view === 'list';
  return (
    <header
      className="bar wrap cal-bar"
      data-places={calendar && calendar.places.length > 1 && !ownPlace ? true : undefined}
    >
      {list ? <h1>{t('web.nav.bookings')}</h1> : <DaySteps sight={sight} day={day} today={today} onShow={onShow} />}
      {list && <LiveMark />}
      <span className="sp" />
      {calendar && calendar.places.length > 1 && !ownPlace && (
        <Select
          aria-label={t('web.bookings.place')}
          size="sm"
          w={170}
          allowDeselect={false}
          data={calendar.places.map((one) => ({ value: one.placeId, label: pick(one.name) }))}
          value={sight.placeId ?? calendar.places[0]?.placeId ?? null}
          onChange={(place) => onShow({ place: place ?? undefined, person: undefined })}
        />
      )}
      {many && (sight.view === 'week' || sight.view === 'month') && (
        <Select
          aria-label={t('web.bookings.whose')}
          size="sm"
          w={170}
          allowDeselect={false}
          data={[
            { value: 'all', label: t('web.bookings.everybody') },
            ...(calendar?.staff.map((one) => ({ value: one.staffId, label: one.name })) ?? []),
          ]}
          value={personId ?? 'all'}
          onChange={(person) => onShow({ person: person ?? undefined })}
        />
      )}
      <SegmentedControl
        aria-label={t('web.bookings.view')}
        value={sight.view}
        onChange={(view) => onShow({ view: view === 'day' ? undefined : (view as View), list: undefined })}
        data={[
          ...calendarViews.map((view) => ({ value: view as View, label: t(`web.bookings.view_of_${view}`) })),
          { value: 'list', label: t('web.bookings.view_of_list') },
        ]}
      />
      {sight.view === 'day' && (calendar?.resources.length ?? 0) > 0 && many && (
        <SegmentedControl
          aria-label={t('web.bookings.columns')}
          value={sight.by}
          onChange={(by) => onShow({ by: by === 'rooms' ? 'rooms' : undefined })}
          data={[
            { value: 'staff', label: t('web.bookings.by_people') },
            { value: 'rooms', label: t('web.bookings.by_rooms') },
          ]}
        />
      )}
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={onNew}>
        {t('web.bookings.book')}
      </Button>
    </header>
  );
}
