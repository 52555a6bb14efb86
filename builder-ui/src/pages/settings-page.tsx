import { Button, NumberInput, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { api, send, taken } from '../api.ts';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { useAction } from '../components/use-action.ts';
import { useMe } from '../shell/use-me.ts';
import { useWords } from '../words.tsx';

export function SettingsPage() {
  const { t } = useWords();
  const me = useMe().data;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const client = useQueryClient();
  if (!me) return null;
  return (
    <div className="page">
      <header className="bar">
        <h1>{t('web.settings.title')}</h1>
      </header>
      <div style={{ overflow: 'auto', padding: 20, display: 'flex', flexDirection: 'column', gap: 16, maxWidth: 640 }}>
        {me.role === 'owner' && <ShopSettings settings={me.business.settings} />}
        <Section title={t('web.settings.app')}>
          <div className="row wrap g16">
            <span className="sp">{t('web.settings.language')}</span>
            <LanguageSwitch />
          </div>
          <div className="row wrap g16">
            <span className="sp">{t('web.settings.theme')}</span>
            <SegmentedControl
              aria-label={t('web.settings.theme')}
              size="xs"
              value={colorScheme}
              onChange={(value) => setColorScheme(value as 'auto' | 'light' | 'dark')}
              data={(['auto', 'light', 'dark'] as const).map((value) => ({
                value,
                label: t(`web.settings.theme_${value}`),
              }))}
            />
          </div>
        </Section>
        <Section title={t('web.settings.account')}>
          <div className="row wrap">
            <div className="sp">
              <div>{me.user.name}</div>
              <div className="s t3">
                {me.user.email}, {t(`web.role.${me.role}`)}
              </div>
            </div>
            <Button
              variant="default"
              onClick={async () => {
                await send('POST', '/api/auth/sign-out');
                client.clear();
                await navigate('/sign-in');
              }}
            >
              {t('web.settings.sign_out')}
            </Button>
          </div>
        </Section>
      </div>
    </div>
  );
}

function ShopSettings({
  settings,
}: {
  settings: { paymentDeadlineSeconds: number; courierFeeMinor: number; lowStock: number };
}) {
  const { t } = useWords();
  const inMinutes = settings.paymentDeadlineSeconds % 60 === 0;
  const [unit, setUnit] = useState<'seconds' | 'minutes'>(inMinutes ? 'minutes' : 'seconds');
  const [deadline, setDeadline] = useState<number | string>(
    inMinutes ? settings.paymentDeadlineSeconds / 60 : settings.paymentDeadlineSeconds,
  );
  const [fee, setFee] = useState<number | string>(settings.courierFeeMinor / 100);
  const [low, setLow] = useState<number | string>(settings.lowStock);
  const save = useAction(
    () =>
      taken(
        api.PATCH('/api/settings', {
          body: {
            paymentDeadlineSeconds: Math.round(Number(deadline) * (unit === 'minutes' ? 60 : 1)),
            courierFeeMinor: Math.round(Number(fee) * 100),
            lowStock: Number(low),
          },
        }),
      ),
    { touches: ['me'], done: t('web.saved') },
  );
  return (
    <Section title={t('web.settings.shop')}>
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <div className="row" style={{ alignItems: 'flex-end' }}>
          <NumberInput
            label={t('web.settings.deadline')}
            description={t('web.settings.deadline_hint')}
            min={unit === 'seconds' ? 5 : 1}
            max={unit === 'seconds' ? 86_400 : 1_440}
            allowDecimal={false}
            value={deadline}
            onChange={setDeadline}
            style={{ flex: 1 }}
          />
          <SegmentedControl
            aria-label={t('web.settings.unit')}
            value={unit}
            onChange={(value) => setUnit(value as 'seconds' | 'minutes')}
            data={[
              { value: 'minutes', label: t('web.settings.minutes') },
              { value: 'seconds', label: t('web.settings.seconds') },
            ]}
          />
        </div>
        <NumberInput
          label={t('web.settings.courier_fee')}
          suffix=" ₽"
          min={0}
          max={100_000}
          decimalScale={2}
          thousandSeparator=" "
          value={fee}
          onChange={setFee}
        />
        <NumberInput
          label={t('web.settings.low_stock')}
          min={0}
          max={1000}
          allowDecimal={false}
          value={low}
          onChange={setLow}
        />
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('web.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card" style={{ padding: 20, display: 'flex', flexDirection: 'column', gap: 14 }}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
