import { Button, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readablePhone } from '#domain/contacts/phone.ts';
import { api, taken } from '../../../api.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { floating } from '../../../forms/parsed-input.tsx';
import { useWords } from '../../../words.tsx';
import { newClientOf, type DraftClient } from './draft.ts';

/** Who comes: found by name or number, or written down here. */
export function ClientField({
  client,
  onChange,
  error,
}: {
  client: DraftClient | null;
  onChange: (client: DraftClient | null) => void;
  error: { name?: string | undefined; phone?: string | undefined };
}) {
  const { t } = useWords();
  if (client?.kind === 'known')
    return (
      <div>
        <div className="s lbl">{t('web.bookings.client')}</div>
        <div className="card row g12 picked">
          <Avatar name={client.name} />
          <b className="cut sp">{client.name}</b>
          <Button variant="subtle" color="gray" size="compact-sm" className="touch" onClick={() => onChange(null)}>
            {t('web.bookings.another_client')}
          </Button>
        </div>
      </div>
    );
  if (client?.kind === 'new')
    return (
      <div className="card col g8 picked">
        <div className="row">
          <b className="sp">{t('web.bookings.new_client')}</b>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className="touch"
            leftSection={<IconX size={16} aria-hidden="true" />}
            onClick={() => onChange(null)}
          >
            {t('web.bookings.find_client')}
          </Button>
        </div>
        <TextInput
          label={t('web.bookings.client_name')}
          value={client.name}
          maxLength={100}
          error={error.name}
          data-autofocus
          autoFocus={client.name === ''}
          onChange={(event) => onChange({ ...client, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('web.bookings.client_phone')}
          type="tel"
          value={client.phone}
          maxLength={40}
          error={error.phone}
          autoFocus={client.name !== '' && client.phone === ''}
          onChange={(event) => onChange({ ...client, phone: event.currentTarget.value })}
        />
      </div>
    );
  return <Search onChange={onChange} error={error.name} />;
}

function Search({ onChange, error }: { onChange: (client: DraftClient) => void; error: string | undefined }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 150);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const found = useQuery({
    queryKey: ['contacts', 'for-booking', wanted],
    queryFn: () =>
      taken(api.GET('/api/contacts', { params: { query: { limit: 6, ...(wanted ? { search: wanted } : {}) } } })),
    placeholderData: keepPreviousData,
  });
  const contacts = found.data?.contacts ?? [];
  const pick = (value: string) => {
    const known = contacts.find(({ id }) => id === value);
    onChange(known ? { kind: 'known', contactId: known.id, name: known.name } : { kind: 'new', ...newClientOf(text) });
  };
  return (
    <Combobox store={box} onOptionSubmit={pick} {...floating}>
      <Combobox.Target>
        <TextInput
          label={t('web.bookings.client')}
          placeholder={t('web.bookings.client_search')}
          leftSection={<IconSearch size={18} aria-hidden="true" />}
          rightSection={found.isFetching ? <Loader size={16} /> : null}
          value={text}
          error={error}
          autoComplete="off"
          autoFocus
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
            box.selectFirstOption();
          }}
          onFocus={() => box.openDropdown()}
          onClick={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('web.bookings.client')} mah={320} style={{ overflowY: 'auto' }}>
          {contacts.map((one) => (
            <Combobox.Option key={one.id} value={one.id} className="row touch-row">
              <Avatar name={one.name} size="sm" />
              <span className="cut sp">{one.name}</span>
              {one.phone && <span className="s t3 nw">{readablePhone(one.phone)}</span>}
            </Combobox.Option>
          ))}
          <Combobox.Option value="new" className="row touch-row">
            <IconUserPlus size={18} aria-hidden="true" />
            <span className="cut">
              {text.trim() ? t('web.bookings.new_client_named', { name: text.trim() }) : t('web.bookings.new_client')}
            </span>
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
