import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, taken, type Me } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { Section } from './section.tsx';

/** Where goods are handed out, and from which hours a client chooses. */
export function PickupSection({ settings }: { settings: Me['business']['settings'] }) {
  const { t } = useWords();
  const [ru, setRu] = useState(settings.pickupAddress.ru);
  const [en, setEn] = useState(settings.pickupAddress.en);
  const [from, setFrom] = useState(settings.pickupFromHour);
  const [to, setTo] = useState(settings.pickupToHour);
  const save = useAction(
    () =>
      taken(
        api.PATCH('/api/settings', {
          body: { pickupAddress: { ru: ru.trim(), en: en.trim() }, pickupFromHour: from, pickupToHour: to },
        }),
      ),
    { touches: ['me'], done: t('web.saved') },
  );
  return (
    <Section title={t('web.hours.pickup')} lead={t('web.hours.pickup_lead')}>
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <TextInput
          label={t('web.hours.address_ru')}
          maxLength={300}
          lang="ru"
          value={ru}
          onChange={(event) => setRu(event.currentTarget.value)}
        />
        <TextInput
          label={t('web.hours.address_en')}
          maxLength={300}
          lang="en"
          value={en}
          onChange={(event) => setEn(event.currentTarget.value)}
        />
        <div className="row g12">
          <Hour
            label={t('web.hours.pickup_from')}
            hours={range(0, 23)}
            value={from}
            onChange={(hour) => {
              setFrom(hour);
              if (to <= hour) setTo(hour + 1);
            }}
          />
          <Hour label={t('web.hours.pickup_to')} hours={range(from + 1, 24)} value={to} onChange={setTo} />
        </div>
        <div>
          <Button type="submit" loading={save.isPending} disabled={ru.trim() === '' || en.trim() === ''}>
            {t('web.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Hour({
  label,
  hours,
  value,
  onChange,
}: {
  label: string;
  hours: readonly number[];
  value: number;
  onChange: (hour: number) => void;
}) {
  return (
    <Select
      label={label}
      allowDeselect={false}
      style={{ flex: 1 }}
      data={hours.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))}
      value={String(value)}
      onChange={(hour) => hour !== null && onChange(Number(hour))}
    />
  );
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
