import { Button, Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import type { StaffMember } from '../../api.ts';
import { useWords } from '../../words.tsx';
import { MinutesInput, PriceInput } from './fields.tsx';
import type { ServiceForm } from './service-form.ts';
import type { Editor } from './use-editor.ts';

/** Who gives a service, each with a price and a time of their own where they differ. */
export function GiversPart({
  editor: { form, edit, wrong },
  staff,
}: {
  editor: Editor<ServiceForm>;
  staff: readonly StaffMember[];
}) {
  const { t } = useWords();
  if (staff.length === 0)
    return (
      <div className="row wrap">
        <span className="s t2">{t('web.services.staff_empty')}</span>
        <Button component={Link} to="/services/staff/new" variant="default" size="xs">
          {t('web.services.staff_add')}
        </Button>
      </div>
    );
  return (
    <ul className="svc-checks">
      {staff.map((person) => {
        const at = form.givers.findIndex(({ staffId }) => staffId === person.staffId);
        const giver = form.givers[at];
        const change = (part: Partial<ServiceForm['givers'][number]>) =>
          edit({ givers: form.givers.map((one, index) => (index === at ? { ...one, ...part } : one)) });
        return (
          <li key={person.staffId}>
            <Checkbox
              label={person.name}
              {...(person.hidden ? { description: t('web.services.hidden_person') } : {})}
              checked={giver !== undefined}
              onChange={(event) =>
                edit({
                  givers: event.currentTarget.checked
                    ? [...form.givers, { staffId: person.staffId, price: '', duration: '' }]
                    : form.givers.filter(({ staffId }) => staffId !== person.staffId),
                })
              }
            />
            {giver && (
              <div className="row g6 top svc-own">
                <PriceInput
                  width={132}
                  spoken={t('web.services.own_price_of', { name: person.name })}
                  placeholder={t('web.services.own_price')}
                  value={giver.price}
                  wrong={wrong(`givers.${at}.priceMinor`)}
                  onChange={(price) => change({ price })}
                />
                <MinutesInput
                  width={118}
                  spoken={t('web.services.own_time_of', { name: person.name })}
                  placeholder={t('web.services.own_time')}
                  value={giver.duration}
                  wrong={wrong(`givers.${at}.durationMinutes`) ?? wrong(`givers.${at}`)}
                  onChange={(duration) => change({ duration })}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
