import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useWords } from '../../words.tsx';
import { MinutesInput, PriceInput } from './fields.tsx';
import type { AddonForm, ServiceForm } from './service-form.ts';
import type { Editor } from './use-editor.ts';

let fresh = 0;

/** What a client can add to a service. */
export function AddonsPart({ editor: { form, edit, wrong } }: { editor: Editor<ServiceForm> }) {
  const { t, language } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const order = language === 'ru' ? (['ru', 'en'] as const) : (['en', 'ru'] as const);
  const change = (at: number, part: Partial<AddonForm>) =>
    edit({ addons: form.addons.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <>
      {form.addons.length > 0 && (
        <ul className="svc-addons" ref={list}>
          {form.addons.map((addon, at) => (
            <li key={addon.key}>
              <div className="svc-addon">
                {order.map((side, index) => (
                  <TextInput
                    key={side}
                    label={t(`web.services.name_${side}`)}
                    lang={side}
                    maxLength={120}
                    value={addon.name[side]}
                    error={index === 0 ? wrong(`addons.${at}.name`) : undefined}
                    onChange={(event) => change(at, { name: { ...addon.name, [side]: event.currentTarget.value } })}
                  />
                ))}
                <PriceInput
                  label={t('web.services.addon_price')}
                  value={addon.price}
                  wrong={wrong(`addons.${at}.priceMinor`)}
                  onChange={(price) => change(at, { price })}
                />
                <MinutesInput
                  label={t('web.services.addon_time')}
                  value={addon.duration}
                  wrong={wrong(`addons.${at}.durationMinutes`)}
                  onChange={(duration) => change(at, { duration })}
                />
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={t('web.services.addon_remove', { number: at + 1 })}
                onClick={() => edit({ addons: form.addons.filter((_, index) => index !== at) })}
              >
                <IconX size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          disabled={form.addons.length >= 20}
          onClick={() => {
            fresh += 1;
            const addon = { key: `new-${fresh}`, name: { ru: '', en: '' }, price: '', duration: 0 };
            edit({ addons: [...form.addons, addon] });
            requestAnimationFrame(() => list.current?.lastElementChild?.querySelector('input')?.focus());
          }}
        >
          {t('web.services.addon_add')}
        </Button>
      </div>
    </>
  );
}
