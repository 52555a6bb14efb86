import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useWords } from '../../words.tsx';

/** Every zone that the browser knows, with what its clock shows now: "Europe/Moscow, UTC+3". */
export function ZoneField({
  value,
  wrong,
  onChange,
}: {
  value: string;
  wrong: string | undefined;
  onChange: (zone: string) => void;
}) {
  const { t } = useWords();
  const data = useMemo(() => {
    const zones = Intl.supportedValuesOf('timeZone');
    return (zones.includes(value) ? zones : [value, ...zones]).map((zone) => ({
      value: zone,
      label: `${zone.replaceAll('_', ' ')}, ${offsetOf(zone)}`,
    }));
  }, [value]);
  return (
    <Select
      label={t('web.places.zone')}
      description={t('web.places.zone_hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={data}
      value={value}
      error={wrong}
      onChange={(zone) => zone && onChange(zone)}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={t('web.business.zone_none')}
    />
  );
}

function offsetOf(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts();
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC');
}
