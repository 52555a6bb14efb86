import { Button, NumberInput, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { api, taken } from '../../api.ts';
import { numberMarks } from '../../components/number-marks.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { Section } from './section.tsx';

/** What an owner sets about orders. */
export function ShopSection({
  settings,
}: {
  settings: { paymentDeadlineSeconds: number; courierFeeMinor: number; lowStock: number };
}) {
  const { t, language } = useWords();
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
          suffix={'\u00a0₽'}
          min={0}
          max={100_000}
          decimalScale={2}
          {...numberMarks(language)}
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
