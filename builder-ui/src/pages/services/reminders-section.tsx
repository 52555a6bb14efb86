import { Button, Checkbox, Switch } from '@mantine/core';
import { IconMessage2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { BookingRulesAnswer } from '../../api.ts';
import { useWords, type Words } from '../../words.tsx';
import { Time } from './day-hours.tsx';
import { isClock, tidyTime } from './day-plan.ts';
import { ReminderText } from './reminder-text.tsx';
import { RuleForm } from './rules-sections.tsx';
import { useRulesForm, type Rules } from './use-rules-form.ts';

type Reminder = Rules['reminders'][number];

/** The built-in reminders: each with whom it reaches and what it says; and the hours in which none comes. */
export function RemindersSection({ rules, variables }: { rules: Rules; variables: BookingRulesAnswer['variables'] }) {
  const { t } = useWords();
  const rule = useRulesForm(
    {
      on: rules.remindersOn,
      reminders: rules.reminders,
      quiet: rules.quietHours !== null,
      quietFrom: rules.quietHours?.from ?? '22:00',
      quietTo: rules.quietHours?.to ?? '08:00',
    },
    (form) => ({
      remindersOn: form.on,
      reminders: form.reminders.map((one) =>
        one.when.kind === 'morning' ? { ...one, when: { ...one.when, time: tidyTime(one.when.time) } } : one,
      ),
      quietHours: form.quiet ? { from: tidyTime(form.quietFrom), to: tidyTime(form.quietTo) } : null,
    }),
  );
  const { form, edit, wrong } = rule;
  const change = (at: number, part: Partial<Reminder>) =>
    edit({ reminders: form.reminders.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <RuleForm title={t('web.rules.reminders')} rule={rule}>
      <Switch
        label={t('web.rules.reminders_on')}
        description={t('web.rules.reminders_on_hint')}
        checked={form.on}
        onChange={(event) => edit({ on: event.currentTarget.checked })}
      />
      {form.on && (
        <>
          <ul className="reminders">
            {form.reminders.map((reminder, at) => (
              <Row
                key={reminder.id}
                reminder={reminder}
                path={`reminders.${at}`}
                variables={variables}
                wrong={wrong}
                onChange={(part) => change(at, part)}
              />
            ))}
          </ul>
          <Switch
            label={t('web.rules.quiet')}
            description={t('web.rules.quiet_hint')}
            checked={form.quiet}
            onChange={(event) => edit({ quiet: event.currentTarget.checked })}
          />
          {form.quiet && (
            <div className="col g4">
              <div className="rule-line">
                {t('web.rules.quiet_from')}
                <Time
                  label={t('web.rules.quiet_from_label')}
                  value={form.quietFrom}
                  wrong={wrong('quietHours') !== undefined}
                  onChange={(quietFrom) => edit({ quietFrom })}
                />
                {t('web.rules.quiet_to')}
                <Time
                  label={t('web.rules.quiet_to_label')}
                  value={form.quietTo}
                  wrong={wrong('quietHours') !== undefined}
                  onChange={(quietTo) => edit({ quietTo })}
                />
              </div>
              {wrong('quietHours') && (
                <span className="xs week-wrong" role="alert">
                  {wrong('quietHours')}
                </span>
              )}
            </div>
          )}
        </>
      )}
    </RuleForm>
  );
}

function Row({
  reminder,
  path,
  variables,
  wrong,
  onChange,
}: {
  reminder: Reminder;
  path: string;
  variables: BookingRulesAnswer['variables'];
  wrong: (path: string) => string | undefined;
  onChange: (part: Partial<Reminder>) => void;
}) {
  const words = useWords();
  const { t } = words;
  const { when } = reminder;
  const problem = { ru: wrong(`${path}.text.ru`), en: wrong(`${path}.text.en`) };
  const [asked, open] = useState(false);
  const opened = asked || problem.ru !== undefined || problem.en !== undefined;
  const name = whenWords(words, reminder);
  const nobody = reminder.on && !reminder.toClient && !reminder.toStaff;
  return (
    <li>
      <div className="reminder-row">
        <Switch
          className="reminder-name"
          label={when.kind === 'morning' ? t('web.rules.morning') : name}
          aria-label={name}
          checked={reminder.on}
          onChange={(event) => onChange({ on: event.currentTarget.checked })}
        />
        {when.kind === 'morning' && (
          <Time
            label={t('web.rules.morning_time')}
            value={when.time}
            wrong={wrong(`${path}.when.time`) !== undefined || !isClock(tidyTime(when.time))}
            onChange={(time) => onChange({ when: { ...when, time } })}
          />
        )}
        <span className="sp" />
        {reminder.on && (
          <div className="row g12" role="group" aria-label={`${name}: ${t('web.rules.whom')}`}>
            <Checkbox
              label={t('web.rules.to_client')}
              checked={reminder.toClient}
              onChange={(event) => onChange({ toClient: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('web.rules.to_staff')}
              checked={reminder.toStaff}
              onChange={(event) => onChange({ toStaff: event.currentTarget.checked })}
            />
          </div>
        )}
        {reminder.on && reminder.toClient && (
          <Button
            variant={reminder.text ? 'light' : 'subtle'}
            color={reminder.text ? 'takt' : 'gray'}
            size="xs"
            leftSection={<IconMessage2 size={15} aria-hidden="true" />}
            aria-expanded={opened}
            aria-label={t('web.rules.text_of', { when: name })}
            onClick={() => open(!opened)}
          >
            {t(reminder.text ? 'web.rules.own_text' : 'web.rules.text')}
          </Button>
        )}
      </div>
      {nobody && <span className="xs week-wrong">{t('web.rules.to_nobody')}</span>}
      {opened && reminder.on && reminder.toClient && (
        <ReminderText
          reminder={reminder}
          variables={variables}
          wrong={problem}
          onChange={(text) => onChange({ text })}
        />
      )}
    </li>
  );
}

function whenWords({ t }: Words, { when }: Reminder): string {
  if (when.kind === 'morning') return `${t('web.rules.morning')} ${when.time}`;
  const { minutes } = when;
  if (minutes % 60 === 0) return t('web.rules.before_hours', { count: minutes / 60 });
  return t('web.rules.before_minutes', { count: minutes });
}
