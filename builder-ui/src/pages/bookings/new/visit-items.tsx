import { ActionIcon, Button, Chip, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Service } from '../../../api.ts';
import { floating } from '../../../forms/parsed-input.tsx';
import { useWords } from '../../../words.tsx';
import { emptyItem, givenBy, recentFirst, type DraftItem } from './draft.ts';

const MOST = 8;

/** What is done, by whom, with what added: one line of the visit after another. */
export function VisitItems({
  items,
  services,
  recent,
  staff,
  onChange,
  error,
}: {
  items: DraftItem[];
  services: Service[];
  recent: readonly string[];
  /** Who works at the place that is shown. */
  staff: readonly { staffId: string; name: string }[];
  onChange: (items: DraftItem[]) => void;
  error: string | undefined;
}) {
  const { t } = useWords();
  const change = (at: number, next: DraftItem) => onChange(items.map((item, index) => (index === at ? next : item)));
  const last = items.at(-1);
  return (
    <>
      {items.map((item, at) => (
        <OneItem
          // The place in the visit is what an item is.
          key={at}
          item={item}
          services={services}
          recent={recent}
          staff={staff}
          alone={items.length === 1}
          error={item.serviceId ? undefined : error}
          onChange={(next) => change(at, next)}
          onRemove={() => onChange(items.filter((_, index) => index !== at))}
        />
      ))}
      {last?.serviceId && items.length < MOST && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="touch start"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => onChange([...items, emptyItem(last.staffId)])}
        >
          {t('web.bookings.one_more_service')}
        </Button>
      )}
    </>
  );
}

function OneItem({
  item,
  services,
  recent,
  staff,
  alone,
  error,
  onChange,
  onRemove,
}: {
  item: DraftItem;
  services: Service[];
  recent: readonly string[];
  staff: readonly { staffId: string; name: string }[];
  alone: boolean;
  error: string | undefined;
  onChange: (item: DraftItem) => void;
  onRemove: () => void;
}) {
  const { t, pick } = useWords();
  const service = services.find(({ serviceId }) => serviceId === item.serviceId);
  const offered = recentFirst(givenBy(services, item.staffId), recent);
  const known = offered.filter(({ serviceId }) => recent.includes(serviceId));
  const options = (list: Service[]) => list.map((one) => ({ value: one.serviceId, label: pick(one.name) }));
  const givers = staff.filter(({ staffId }) => !service || service.givers.some((one) => one.staffId === staffId));
  return (
    <div className="col g8">
      <div className="row g6" style={{ alignItems: 'flex-end' }}>
        <Select
          className="sp"
          label={t('web.bookings.service')}
          placeholder={t('web.bookings.service_choose')}
          searchable
          data-service
          selectFirstOptionOnChange
          nothingFoundMessage={t('web.bookings.service_none')}
          comboboxProps={floating}
          maxDropdownHeight={320}
          error={error}
          data={
            known.length > 0
              ? [
                  { group: t('web.bookings.recent'), items: options(known) },
                  { group: t('web.bookings.others'), items: options(offered.filter((one) => !known.includes(one))) },
                ]
              : options(offered)
          }
          value={item.serviceId}
          allowDeselect={false}
          onChange={(serviceId) => onChange({ ...item, serviceId, addonIds: [] })}
        />
        {!alone && (
          <ActionIcon
            variant="default"
            size={36}
            className="touch"
            aria-label={t('web.bookings.remove_service')}
            onClick={onRemove}
          >
            <IconX size={16} />
          </ActionIcon>
        )}
      </div>
      <Select
        label={t('web.bookings.who')}
        comboboxProps={floating}
        allowDeselect={false}
        data={[
          { value: '', label: t('web.bookings.anybody') },
          ...givers.map((one) => ({ value: one.staffId, label: one.name })),
        ]}
        value={item.staffId ?? ''}
        onChange={(staffId) => onChange({ ...item, staffId: staffId || null })}
      />
      {service && service.addons.length > 0 && (
        <div className="row g6 wrap" role="group" aria-label={t('web.bookings.addons')}>
          {service.addons.map((addon) => (
            <Chip
              key={addon.addonId}
              size="xs"
              checked={item.addonIds.includes(addon.addonId)}
              onChange={(on) =>
                onChange({
                  ...item,
                  addonIds: on
                    ? [...item.addonIds, addon.addonId]
                    : item.addonIds.filter((one) => one !== addon.addonId),
                })
              }
            >
              {pick(addon.name)}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}
