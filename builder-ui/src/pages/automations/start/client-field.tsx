import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, taken } from '../../../api.ts';
import { useWords } from '../../../words.tsx';

/** One client, found by name or phone. */
export function ClientField({ value, onChange }: { value: string | null; onChange(contactId: string | null): void }) {
  const { t } = useWords();
  const [typed, type] = useState('');
  const [chosen, choose] = useState<{ value: string; label: string } | undefined>();
  const [asked] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), 250);
  const found = useQuery({
    queryKey: ['contacts', 'to-start', asked],
    placeholderData: keepPreviousData,
    queryFn: () =>
      taken(api.GET('/api/contacts', { params: { query: { limit: 20, ...(asked ? { search: asked } : {}) } } })),
  });
  const data = (found.data?.contacts ?? []).map((one) => ({ value: one.id, label: one.name }));
  const all = chosen && !data.some((one) => one.value === chosen.value) ? [chosen, ...data] : data;
  return (
    <Select
      data-autofocus
      label={t('web.start.client')}
      placeholder={t('web.start.client_placeholder')}
      nothingFoundMessage={t('web.start.client_none')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('web.close') }}
      comboboxProps={{ zIndex: 450 }}
      data={all}
      // The server has already looked, by more than the name.
      filter={({ options }) => options}
      value={value}
      searchValue={typed}
      onSearchChange={type}
      onChange={(next, option) => {
        choose(next === null ? undefined : { value: option.value, label: option.label });
        onChange(next);
      }}
    />
  );
}
