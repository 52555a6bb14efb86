import { Select } from '@mantine/core';
import { useState } from 'react';
import { api, taken, type ServiceCategory } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';

const NONE = 'none';
const NEW = 'new';

/** The section of a service; a name that is not there yet makes one. */
export function CategoryField({
  categories,
  value,
  wrong,
  onChange,
}: {
  categories: readonly ServiceCategory[];
  value: string | null;
  wrong: string | undefined;
  onChange: (categoryId: string | null) => void;
}) {
  const { t, pick } = useWords();
  const [search, setSearch] = useState('');
  const create = useAction(
    (name: string) => taken(api.POST('/api/service-categories', { body: { name: { ru: name, en: name } } })),
    { touches: ['services'], onDone: ({ categoryId }) => onChange(categoryId) },
  );
  const name = search.trim();
  const known = categories.some((one) => [one.name.ru, one.name.en].some((said) => same(said, name)));
  const isNone = same(t('web.services.category_none'), name);
  const data = [
    { value: NONE, label: t('web.services.category_none') },
    ...categories.map((one) => ({ value: one.categoryId, label: pick(one.name) })),
    ...(name && !known && !isNone ? [{ value: NEW, label: t('web.services.category_create', { name }) }] : []),
  ];
  return (
    <Select
      label={t('web.services.category')}
      placeholder={t('web.services.category_find')}
      data={data}
      value={value ?? NONE}
      error={wrong}
      searchable
      allowDeselect={false}
      searchValue={search}
      onSearchChange={setSearch}
      maxLength={60}
      disabled={create.isPending}
      // What makes a new section is offered whatever it is called.
      filter={({ options, search: typed }) =>
        options.filter(
          (one) =>
            !('group' in one) && (one.value === NEW || one.label.toLowerCase().includes(typed.trim().toLowerCase())),
        )
      }
      onChange={(chosen) => {
        if (chosen === NEW) create.mutate(name);
        else onChange(chosen === NONE ? null : chosen);
      }}
    />
  );
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
