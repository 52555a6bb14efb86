import { ActionIcon, Button, Menu, Switch } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { weekday } from '#texts/index.ts';
import { useWords } from '../../words.tsx';
import { DayHours } from './day-hours.tsx';
import { dayOff, freeBreak, nextShift, usualDay, workOf, type DayPlan } from './day-plan.ts';
import { minutesWords } from './minutes.ts';

/** The usual week of a person, day by day. A day that is switched off and on again has its hours back. */
export function WeekEditor({
  week,
  zone,
  wrong,
  onChange,
}: {
  week: readonly DayPlan[];
  zone: string;
  wrong: (path: string) => string | undefined;
  onChange: (week: readonly DayPlan[]) => void;
}) {
  const words = useWords();
  const { t, language } = words;
  const change = (at: number, plan: DayPlan) => onChange(week.map((one, index) => (index === at ? plan : one)));
  const copy = (from: number, to: (at: number) => boolean) =>
    onChange(week.map((one, at) => (at !== from && to(at) ? (week[from] ?? one) : one)));
  const pattern = week.find(({ hours }) => hours.length > 0) ?? usualDay;
  const total = week.reduce((sum, day) => sum + workOf(day), 0);
  return (
    <div className="col g12">
      <p className="xs t3">{t('web.staff.week_lead', { zone })}</p>
      {total === 0 && (
        <div className="row wrap">
          <span className="s t2">{t('web.staff.week_fill_hint')}</span>
          <Button
            variant="default"
            size="xs"
            onClick={() => onChange(week.map((_, at) => (at < 5 ? usualDay : dayOff)))}
          >
            {t('web.staff.week_fill')}
          </Button>
        </div>
      )}
      <ul className="plan-week">
        {week.map((plan, at) => {
          const day = weekday(language, at, 'long');
          const open = plan.hours.length > 0;
          return (
            <li key={at}>
              <Switch
                className="plan-name"
                label={weekday(language, at, 'short')}
                aria-label={t('web.staff.works', { day })}
                checked={open}
                onChange={(event) => change(at, event.currentTarget.checked ? pattern : dayOff)}
              />
              {open ? (
                <DayHours
                  plan={plan}
                  spoken={day}
                  path={`week.${at}`}
                  spare
                  wrong={wrong}
                  onChange={(next) => change(at, next)}
                />
              ) : (
                <span className="s t3 plan-off">{t('web.staff.day_off')}</span>
              )}
              {open && (
                <Menu position="bottom-end">
                  <Menu.Target>
                    <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('web.staff.day_menu', { day })}>
                      <IconDots size={18} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => change(at, { ...plan, breaks: [...plan.breaks, freeBreak(plan)] })}>
                      {t('web.staff.add_break')}
                    </Menu.Item>
                    {plan.hours.length < 4 && (
                      <Menu.Item onClick={() => change(at, { ...plan, hours: [...plan.hours, nextShift(plan)] })}>
                        {t('web.staff.add_shift')}
                      </Menu.Item>
                    )}
                    <Menu.Label>{t('web.staff.copy')}</Menu.Label>
                    <Menu.Item onClick={() => copy(at, (other) => other < 5)}>{t('web.staff.copy_work')}</Menu.Item>
                    <Menu.Item onClick={() => copy(at, (other) => (week[other]?.hours.length ?? 0) > 0)}>
                      {t('web.staff.copy_open')}
                    </Menu.Item>
                    <Menu.Item onClick={() => copy(at, () => true)}>{t('web.staff.copy_all')}</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )}
            </li>
          );
        })}
      </ul>
      <p className="s t2" aria-live="polite">
        {total > 0 && t('web.staff.hours_per_week', { hours: minutesWords(words, total) })}
      </p>
    </div>
  );
}
