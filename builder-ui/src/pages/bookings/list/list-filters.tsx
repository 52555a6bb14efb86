import { Select } from '@mantine/core';
import { IconAlertTriangle, IconChecks, IconCircleX, IconSparkles, IconUserX, type Icon } from '@tabler/icons-react';
import type { BookingList, Calendar } from '../../../api.ts';
import { FilterRow } from '../../../components/filter-row.tsx';
import { useWords } from '../../../words.tsx';
import { useServices } from '../use-calendar.ts';
import { listViews, type Filters, type ListView } from './use-booking-list.ts';

const icons: Partial<Record<ListView, Icon>> = {
  new: IconSparkles,
  unsettled: IconAlertTriangle,
  done: IconChecks,
  no_show: IconUserX,
  cancelled: IconCircleX,
};

/** The views with their counts, and whose visits and which service. */
export function ListFilters({
  filters,
  counts,
  staff,
  onChange,
}: {
  filters: Filters;
  counts: BookingList['counts'] | undefined;
  staff: Calendar['staff'];
  onChange: (name: 'list' | 'staff' | 'service', value: string) => void;
}) {
  const { t, pick } = useWords();
  const services = useServices().data?.services ?? [];
  return (
    <FilterRow>
      <div role="group" aria-label={t('web.bookings.views')} className="row" style={{ flex: 'none' }}>
        {listViews.map((view) => {
          const Sign = icons[view];
          return (
            <button
              key={view}
              type="button"
              className="fchip"
              aria-pressed={view === filters.view}
              onClick={() => onChange('list', view)}
            >
              {Sign && <Sign size={16} aria-hidden="true" />}
              {t(`web.bookings.view_${view}`)}
              {counts && <b>{counts[view]}</b>}
            </button>
          );
        })}
      </div>
      <span className="vr" style={{ margin: '0 4px' }} />
      {staff.length > 1 && (
        <Select
          aria-label={t('web.bookings.by_staff')}
          placeholder={t('web.bookings.everybody')}
          size="xs"
          radius="xl"
          w={160}
          style={{ flex: 'none' }}
          clearable
          data={staff.map((one) => ({ value: one.staffId, label: one.name }))}
          value={filters.staffId || null}
          onChange={(value) => onChange('staff', value ?? '')}
        />
      )}
      <Select
        aria-label={t('web.bookings.by_service')}
        placeholder={t('web.bookings.every_service')}
        size="xs"
        radius="xl"
        w={190}
        style={{ flex: 'none' }}
        clearable
        searchable
        data={services.map((one) => ({ value: one.serviceId, label: pick(one.name) }))}
        value={filters.serviceId || null}
        onChange={(value) => onChange('service', value ?? '')}
      />
    </FilterRow>
  );
}
