import { ActionIcon, TextInput } from '@mantine/core';
import { IconCoffee, IconPlus, IconX } from '@tabler/icons-react';
import type { DayPlan } from './day-plan.ts';
import { endsNextDay, freeBreak, isClock, nextShift, tidyTime } from './day-plan.ts';
import { useWords } from '../../words.tsx';

/** Hours and breaks of one day. `spoken`: the day, as a screen reader says it. */
export function DayHours({
  plan,
  spoken,
  path,
  wrong,
  spare,
  onChange,
}: {
  plan: DayPlan;
  spoken: string;
  path: string;
  wrong: (path: string) => string | undefined;
  /** More hours and breaks are added elsewhere; here is the first break alone. */
  spare?: boolean;
  onChange: (plan: DayPlan) => void;
}) {
  const { t } = useWords();
  const said = wrong(path);
  const shift = (at: number, part: Partial<DayPlan['hours'][number]>) =>
    onChange({ ...plan, hours: plan.hours.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const pause = (at: number, part: Partial<DayPlan['breaks'][number]>) =>
    onChange({ ...plan, breaks: plan.breaks.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const addBreak = (
    <button
      type="button"
      className="plain day-add"
      aria-label={t('web.staff.break_add_label', { day: spoken })}
      onClick={() => onChange({ ...plan, breaks: [...plan.breaks, freeBreak(plan)] })}
    >
      <IconPlus size={14} aria-hidden="true" /> {t('web.staff.break_add')}
    </button>
  );
  return (
    <div className="day-hours" {...(said === undefined ? {} : { 'data-wrong': true, tabIndex: -1 })}>
      {plan.hours.map((hours, at) => {
        const words = wrong(`${path}.hours.${at}`);
        return (
          <div key={at} className="col g4">
            <div className="day-line">
              <Time
                label={t('web.staff.from', { day: spoken })}
                value={hours.from}
                wrong={words !== undefined}
                onChange={(from) => shift(at, { from })}
              />
              <span aria-hidden="true">–</span>
              <Time
                label={t('web.staff.to', { day: spoken })}
                value={hours.to}
                wrong={words !== undefined}
                onChange={(to) => shift(at, { to })}
              />
              {spare && at === 0 && plan.breaks.length === 0 && addBreak}
              {at > 0 && (
                <Remove
                  label={t('web.staff.shift_remove', { day: spoken, number: at + 1 })}
                  onClick={() => onChange({ ...plan, hours: plan.hours.filter((_, index) => index !== at) })}
                />
              )}
            </div>
            {endsNextDay(hours) && (
              <span className="xs t3">
                {hours.from === hours.to ? t('web.staff.all_day') : t('web.staff.next_day', { time: hours.to })}
              </span>
            )}
            <Wrong words={words} />
          </div>
        );
      })}
      {plan.breaks.map((one, at) => {
        const words = wrong(`${path}.breaks.${at}`);
        return (
          <div key={at} className="col g4">
            <div className="day-line">
              <span className="day-break">
                <IconCoffee size={15} aria-hidden="true" /> {t('web.staff.break')}
              </span>
              <Time
                label={t('web.staff.break_from', { day: spoken, number: at + 1 })}
                value={one.from}
                wrong={words !== undefined}
                onChange={(from) => pause(at, { from })}
              />
              <span aria-hidden="true">–</span>
              <Time
                label={t('web.staff.break_to', { day: spoken, number: at + 1 })}
                value={one.to}
                wrong={words !== undefined}
                onChange={(to) => pause(at, { to })}
              />
              <Remove
                label={t('web.staff.break_remove', { day: spoken, number: at + 1 })}
                onClick={() => onChange({ ...plan, breaks: plan.breaks.filter((_, index) => index !== at) })}
              />
            </div>
            <Wrong words={words} />
          </div>
        );
      })}
      <Wrong words={said} />
      {!spare && plan.hours.length > 0 && (
        <div className="row g12">
          {addBreak}
          {plan.hours.length < 4 && (
            <button
              type="button"
              className="plain day-add"
              aria-label={t('web.staff.shift_add_label', { day: spoken })}
              onClick={() => onChange({ ...plan, hours: [...plan.hours, nextShift(plan)] })}
            >
              <IconPlus size={14} aria-hidden="true" /> {t('web.staff.shift_add')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function Wrong({ words }: { words: string | undefined }) {
  return words === undefined ? null : (
    <span className="xs week-wrong" role="alert">
      {words}
    </span>
  );
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} onClick={onClick}>
      <IconX size={16} />
    </ActionIcon>
  );
}

/** "9", "930" and "9.30" are what people type. */
export function Time({
  label,
  value,
  wrong,
  onChange,
}: {
  label: string;
  value: string;
  wrong?: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      aria-label={label}
      className="week-time"
      inputMode="numeric"
      maxLength={5}
      error={(wrong ?? false) || !isClock(tidyTime(value))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => onChange(tidyTime(event.currentTarget.value))}
    />
  );
}
