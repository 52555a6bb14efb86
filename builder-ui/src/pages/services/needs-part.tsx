import { ActionIcon, Button, MultiSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { StaffMember, WorkPlace } from '../../api.ts';
import { useWords } from '../../words.tsx';
import type { ServiceForm } from './service-form.ts';
import type { Editor } from './use-editor.ts';

/** What a visit takes besides the person: one thing of each line. Offered is what stands where the service is given. */
export function NeedsPart({
  editor: { form, edit, wrong },
  staff,
  places,
}: {
  editor: Editor<ServiceForm>;
  staff: readonly StaffMember[];
  places: readonly WorkPlace[];
}) {
  const { t, pick } = useWords();
  const where = new Set(
    form.givers.flatMap(({ staffId }) => staff.find((one) => one.staffId === staffId)?.placeId ?? []),
  );
  const offered = places.filter(
    ({ placeId, resources }) => resources.length > 0 && (where.size === 0 || where.has(placeId)),
  );
  if (offered.length === 0 && form.needs.length === 0)
    return (
      <p className="s t2">
        {t('web.services.needs_empty')} <Link to="/services/places">{t('web.services.needs_empty_action')}</Link>
      </p>
    );
  const data = offered.map((place) => ({
    group: pick(place.name),
    items: place.resources.map(({ resourceId, name }) => ({ value: resourceId, label: name })),
  }));
  const known = new Set(data.flatMap(({ items }) => items.map(({ value }) => value)));
  return (
    <>
      {form.needs.map((any, at) => (
        <div key={at} className="row g6 top">
          <MultiSelect
            style={{ flex: 1, minWidth: 0 }}
            label={t(at === 0 ? 'web.services.need' : 'web.services.need_also')}
            data={data.length > 1 ? data : (data[0]?.items ?? [])}
            value={any.filter((id) => known.has(id))}
            {...(any.length === 0 ? { placeholder: t('web.services.need_choose') } : {})}
            error={wrong(`needs.${at}`)}
            comboboxProps={{ zIndex: 450 }}
            onChange={(ids) => edit({ needs: form.needs.map((one, index) => (index === at ? ids : one)) })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            mt={26}
            aria-label={t('web.services.need_remove', { number: at + 1 })}
            onClick={() => edit({ needs: form.needs.filter((_, index) => index !== at) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          disabled={form.needs.length >= 5}
          onClick={() => edit({ needs: [...form.needs, []] })}
        >
          {t('web.services.need_add')}
        </Button>
      </div>
    </>
  );
}
