import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import 'dayjs/locale/ru';
import 'dayjs/locale/en-gb';
import { useState } from 'react';
import { api, Problem, taken, type SpecialDays } from '../../api.ts';
import { errorWords } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { usePhone } from '../../shell/use-phone.ts';
import { useWords } from '../../words.tsx';
import { DayHours } from './day-hours.tsx';
import { dayOff, tidyPlan, usualDay, type DayPlan } from './day-plan.ts';
import type { DaysOf } from './use-setup.ts';

/** Which days, and what happens on them. */
export function DaysDialog({
  of,
  days,
  onClose,
  onSaved,
}: {
  of: DaysOf;
  days: SpecialDays | undefined;
  onClose: () => void;
  onSaved: (visits: number, from: string) => void;
}) {
  const words = useWords();
  const { t, language } = words;
  const phone = usePhone();
  const isPlace = 'placeId' in of;
  const [range, setRange] = useState<[string | null, string | null]>([days?.from ?? null, days?.to ?? null]);
  const [off, setOff] = useState(days ? days.plan.hours.length === 0 : true);
  const [plan, setPlan] = useState<DayPlan>(days && days.plan.hours.length > 0 ? days.plan : usualDay);
  const [note, setNote] = useState(days?.note ?? '');
  const [from, to] = range;
  const save = useAction(
    () => {
      const body = { from: from ?? '', to: to ?? from ?? '', plan: tidyPlan(off ? dayOff : plan), note: note.trim() };
      return days
        ? taken(api.PATCH('/api/schedule-exceptions/{id}', { params: { path: { id: days.exceptionId } }, body }))
        : taken(api.POST('/api/schedule-exceptions', { body: { of, ...body } }));
    },
    {
      touches: ['special-days', 'setup-problems'],
      quiet: true,
      onDone: ({ visits }) => {
        onSaved(visits, from ?? '');
        onClose();
      },
    },
  );
  const path = save.error instanceof Problem ? String(save.error.facts['path'] ?? '') : '';
  const wrong = (wanted: string) => (save.error && path === wanted ? errorWords(words, save.error) : undefined);
  const elsewhere = save.error && !/^(from|to|plan|note)/.test(path) ? errorWords(words, save.error) : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen={phone}
      title={t('web.days.new_title')}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <form
        className="col g16 svc"
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog lies inside of the panel's form as React sees it.
          event.stopPropagation();
          save.mutate(undefined);
        }}
      >
        <DatesProvider settings={{ locale: language === 'ru' ? 'ru' : 'en-gb', firstDayOfWeek: 1 }}>
          <DatePickerInput
            type="range"
            allowSingleDateInRange
            hideOutsideDates
            label={t('web.days.days')}
            placeholder={t('web.days.days_hint')}
            valueFormat="D MMM YYYY"
            value={range}
            error={wrong('from') ?? wrong('to')}
            // The library points the dialog's name at nothing; the field above it is named.
            popoverProps={{ zIndex: 450, withRoles: false }}
            ariaLabels={{ previousMonth: t('web.days.previous_month'), nextMonth: t('web.days.next_month') }}
            onChange={(next) => {
              save.reset();
              setRange(next);
            }}
          />
        </DatesProvider>
        <SegmentedControl
          fullWidth
          aria-label={t('web.days.kind')}
          value={off ? 'off' : 'other'}
          onChange={(value) => {
            save.reset();
            setOff(value === 'off');
          }}
          data={[
            { value: 'off', label: t(isPlace ? 'web.days.closed' : 'web.days.off') },
            { value: 'other', label: t('web.days.other') },
          ]}
        />
        {!off && (
          <DayHours
            plan={plan}
            spoken={t('web.days.hours')}
            path="plan"
            wrong={wrong}
            onChange={(next) => {
              save.reset();
              setPlan(next);
            }}
          />
        )}
        <TextInput
          label={t('web.days.note')}
          placeholder={t(isPlace ? 'web.days.note_place_hint' : 'web.days.note_hint')}
          maxLength={200}
          value={note}
          error={wrong('note')}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {elsewhere && (
          <p className="s week-wrong" role="alert">
            {elsewhere}
          </p>
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('web.not_now')}
          </Button>
          <Button type="submit" disabled={from === null} loading={save.isPending}>
            {t('web.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
