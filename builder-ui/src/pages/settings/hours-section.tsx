import { Button, Switch, TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { weekday, workingHours } from '#texts/index.ts';
import { api, taken, type Me } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { PickupSection } from './pickup-section.tsx';
import { Section } from './section.tsx';
import './settings.css';

type Settings = Me['business']['settings'];
type Day = { open: boolean; from: string; to: string };

/** When the business is open, and where and when goods are handed out. */
export function HoursSection({ settings }: { settings: Settings }) {
  return (
    <>
      <WeekSection settings={settings} />
      <PickupSection settings={settings} />
    </>
  );
}

function WeekSection({ settings }: { settings: Settings }) {
  const { t, language } = useWords();
  const [week, setWeek] = useState<Day[]>(() =>
    settings.workingHours.map((day) => (day ? { open: true, ...day } : { open: false, from: '10:00', to: '20:00' })),
  );
  const hours = week.map((day) => (day.open ? { from: day.from, to: day.to } : null));
  const save = useAction(() => taken(api.PATCH('/api/settings', { body: { workingHours: hours } })), {
    touches: ['me'],
    done: t('web.saved'),
  });
  const change = (index: number, part: Partial<Day>) =>
    setWeek((before) => before.map((day, at) => (at === index ? { ...day, ...part } : day)));
  const copy = ({ from, to }: Day) => setWeek((before) => before.map((day) => (day.open ? { ...day, from, to } : day)));
  const wrong = week.some(isWrong);
  const said = wrong ? '' : workingHours(language, hours);
  return (
    <Section title={t('web.hours.title')} lead={t('web.hours.lead')}>
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <ul className="week">
          {week.map((day, index) => {
            const name = weekday(language, index, 'long');
            return (
              <li key={index} className="week-day">
                <Switch
                  className="week-name"
                  label={name}
                  aria-label={t('web.hours.open', { day: name })}
                  checked={day.open}
                  onChange={(event) => change(index, { open: event.currentTarget.checked })}
                />
                {day.open ? (
                  <>
                    <div className="week-times">
                      <Time
                        label={t('web.hours.from', { day: name })}
                        value={day.from}
                        wrong={isWrong(day)}
                        onChange={(from) => change(index, { from })}
                      />
                      <span aria-hidden="true">–</span>
                      <Time
                        label={t('web.hours.to', { day: name })}
                        value={day.to}
                        wrong={isWrong(day)}
                        onChange={(to) => change(index, { to })}
                      />
                      {isWrong(day) && (
                        <span className="xs week-wrong" role="alert">
                          {t('web.hours.wrong')}
                        </span>
                      )}
                    </div>
                    <Button
                      className="week-copy"
                      variant="subtle"
                      color="gray"
                      size="xs"
                      leftSection={<IconCopy size={15} aria-hidden="true" />}
                      aria-label={t('web.hours.copy_label', { day: name })}
                      onClick={() => copy(day)}
                    >
                      {t('web.hours.copy')}
                    </Button>
                  </>
                ) : (
                  <span className="s t3">{t('web.hours.closed')}</span>
                )}
              </li>
            );
          })}
        </ul>
        <p className="s t2" aria-live="polite">
          {!wrong && (said === '' ? t('web.hours.silent') : t('web.hours.said', { hours: said }))}
        </p>
        <div>
          <Button type="submit" loading={save.isPending} disabled={wrong}>
            {t('web.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Time({
  label,
  value,
  wrong,
  onChange,
}: {
  label: string;
  value: string;
  wrong: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      aria-label={label}
      className="week-time"
      inputMode="numeric"
      maxLength={5}
      error={wrong}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => onChange(tidy(event.currentTarget.value))}
    />
  );
}

/** "9", "930" and "9.30" are what people type. */
function tidy(text: string): string {
  const found = /^(\d{1,2})(?:[:.,\s-]?(\d{2}))?$/.exec(text.trim());
  return found ? `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}` : text;
}

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const isWrong = (day: Day): boolean => {
  const [from, to] = [tidy(day.from), tidy(day.to)];
  return day.open && (!clock.test(from) || !clock.test(to) || from >= to);
};
