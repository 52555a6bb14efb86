import { Button, Checkbox } from '@mantine/core';
import type { Service } from '../../api.ts';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { MinutesInput, PriceInput } from './fields.tsx';
import { minutesWords } from './minutes.ts';
import { priceWords } from './price-words.ts';
import type { GivenForm, StaffForm } from './staff-form.ts';
import type { Editor } from './use-editor.ts';

/** What a person gives, with a price and a time of their own where they differ. */
export function GivenPart({
  editor: { form, edit, wrong },
  services,
}: {
  editor: Editor<StaffForm>;
  services: readonly Service[];
}) {
  const words = useWords();
  const { t, pick } = words;
  const currency = useMe().data?.business.currency;
  if (services.length === 0) return <p className="s t2">{t('web.staff.services_empty')}</p>;
  const missing = services.filter(({ serviceId }) => form.services.every((one) => one.serviceId !== serviceId));
  return (
    <>
      <ul className="svc-checks">
        {services.map((service) => {
          const at = form.services.findIndex(({ serviceId }) => serviceId === service.serviceId);
          const given = form.services[at];
          const name = pick(service.name);
          const change = (part: Partial<GivenForm>) =>
            edit({ services: form.services.map((one, index) => (index === at ? { ...one, ...part } : one)) });
          return (
            <li key={service.serviceId}>
              <Checkbox
                label={name}
                description={`${priceWords(words, service, currency)}, ${minutesWords(words, service.durationMinutes)}`}
                checked={given !== undefined}
                onChange={(event) =>
                  edit({
                    services: event.currentTarget.checked
                      ? [...form.services, { serviceId: service.serviceId, price: '', duration: '' }]
                      : form.services.filter(({ serviceId }) => serviceId !== service.serviceId),
                  })
                }
              />
              {given && (
                <div className="row g6 top svc-own">
                  <PriceInput
                    width={132}
                    spoken={t('web.services.own_price_of', { name })}
                    placeholder={t('web.services.own_price')}
                    value={given.price}
                    wrong={wrong(`services.${at}.priceMinor`)}
                    onChange={(price) => change({ price })}
                  />
                  <MinutesInput
                    width={118}
                    spoken={t('web.services.own_time_of', { name })}
                    placeholder={t('web.services.own_time')}
                    value={given.duration}
                    wrong={wrong(`services.${at}.durationMinutes`) ?? wrong(`services.${at}`)}
                    onChange={(duration) => change({ duration })}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {missing.length > 1 && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() =>
              edit({
                services: [
                  ...form.services,
                  ...missing.map(({ serviceId }) => ({ serviceId, price: '', duration: '' })),
                ],
              })
            }
          >
            {t('web.staff.all_services')}
          </Button>
        </div>
      )}
    </>
  );
}
