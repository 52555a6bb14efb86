import { Select } from '@mantine/core';
import { useWords } from '../words.tsx';
import { numberOf, numberText } from './field-values.ts';
import { capital, useForm } from './form-context.tsx';
import { floating, ParsedInput } from './parsed-input.tsx';
import { ordinals, type RecurrenceView } from './recurrence-edit.ts';
import { useWeekdayNames, WeekdayToggles } from './time-fields.tsx';

type Plain = Exclude<RecurrenceView, { every: 'text' }>;

/** How often, and on which days of it. */
export function RecurrenceParts({ view, onChange }: { view: Plain; onChange(view: Plain): void }) {
  const { t, language } = useWords();
  const { readOnly } = useForm();
  const unit = view.every === 'month_day' || view.every === 'month_weekday' ? 'month' : view.every;
  return (
    <>
      <div className="row g6 f-part">
        <span className="s t2">{t('web.forms.recurrence.interval')}</span>
        <ParsedInput<number>
          className="f-amount"
          inputMode="numeric"
          aria-label={t('web.forms.recurrence.interval')}
          readOnly={readOnly}
          value={view.interval}
          show={(one) => numberText(one, language)}
          read={(text) => numberOf(text, language)}
          // While nothing is written the schedule stays what it was.
          onChange={(interval) => interval !== undefined && onChange({ ...view, interval: between(interval, 999) })}
        />
        <span className="s t2">{t(`web.forms.recurrence.unit_${unit}`, { count: view.interval })}</span>
      </div>
      {view.every === 'week' && (
        <div className="f-part" role="group" aria-label={t('web.forms.recurrence.days')}>
          <WeekdayToggles chosen={view.days} onChange={(days) => onChange({ ...view, days })} />
        </div>
      )}
      {view.every === 'month_day' && <MonthDay view={view} onChange={onChange} />}
      {view.every === 'month_weekday' && <MonthWeekday view={view} onChange={onChange} />}
    </>
  );
}

function MonthDay({ view, onChange }: { view: Plain & { every: 'month_day' }; onChange(view: Plain): void }) {
  const { t } = useWords();
  const { readOnly } = useForm();
  const days = Array.from({ length: 31 }, (_, index) => index + 1);
  return (
    <>
      <Select
        className="f-part"
        aria-label={t('web.forms.recurrence.which_day')}
        readOnly={readOnly}
        allowDeselect={false}
        comboboxProps={floating}
        data={[
          ...days.map((day) => ({ value: String(day), label: t('web.forms.recurrence.nth_day', { day }) })),
          { value: '-1', label: t('web.forms.recurrence.last_day') },
        ]}
        value={String(view.day)}
        onChange={(day) => onChange({ ...view, day: Number(day ?? view.day) })}
      />
      {view.day > 28 && <p className="xs t3 f-none">{t('web.forms.recurrence.short_month', { day: view.day })}</p>}
    </>
  );
}

function MonthWeekday({ view, onChange }: { view: Plain & { every: 'month_weekday' }; onChange(view: Plain): void }) {
  const { t } = useWords();
  const { readOnly } = useForm();
  const nameOf = useWeekdayNames();
  return (
    <div className="f-compare f-part">
      <Select
        aria-label={t('web.forms.recurrence.which')}
        readOnly={readOnly}
        allowDeselect={false}
        comboboxProps={floating}
        data={ordinals.map((nth) => ({
          value: String(nth),
          label: nth === -1 ? t('web.forms.recurrence.last') : t('web.forms.recurrence.nth', { nth }),
        }))}
        value={String(view.nth)}
        onChange={(nth) => onChange({ ...view, nth: Number(nth ?? view.nth) })}
      />
      <Select
        aria-label={t('web.forms.recurrence.weekday')}
        readOnly={readOnly}
        allowDeselect={false}
        comboboxProps={floating}
        data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: capital(nameOf(day, 'long')) }))}
        value={String(view.weekday)}
        onChange={(day) => onChange({ ...view, weekday: Number(day ?? view.weekday) })}
      />
    </div>
  );
}

const between = (amount: number, most: number): number => Math.min(most, Math.max(1, Math.round(amount)));
