import { Switch } from '@mantine/core';
import { useWords } from '../../words.tsx';
import { MinutesInput, wholeOf } from './fields.tsx';
import { minutesWords } from './minutes.ts';
import { Part } from './part.tsx';
import type { ServiceForm } from './service-form.ts';
import type { Editor } from './use-editor.ts';

/** How the time of a service passes, in numbers and as a bar. */
export function TimePart({ editor: { form, edit, wrong } }: { editor: Editor<ServiceForm> }) {
  const words = useWords();
  const { t } = words;
  return (
    <Part title={t('web.services.part_time')}>
      <div className="row g12 top">
        <MinutesInput
          label={t('web.services.duration')}
          value={form.duration}
          wrong={wrong('durationMinutes')}
          onChange={(duration) => edit({ duration })}
        />
        <MinutesInput
          label={t('web.services.before')}
          value={form.before}
          wrong={wrong('bufferBeforeMinutes')}
          onChange={(before) => edit({ before })}
        />
        <MinutesInput
          label={t('web.services.after')}
          value={form.after}
          wrong={wrong('bufferAfterMinutes')}
          onChange={(after) => edit({ after })}
        />
      </div>
      <p className="xs t3">{t('web.services.buffer_hint')}</p>
      <Switch
        label={t('web.services.gap')}
        description={t('web.services.gap_hint')}
        checked={form.hasGap}
        onChange={(event) => edit({ hasGap: event.currentTarget.checked })}
      />
      {form.hasGap && (
        <div className="row g12 top">
          <MinutesInput
            label={t('web.services.gap_from')}
            value={form.gapFrom}
            wrong={wrong('gap')}
            onChange={(gapFrom) => edit({ gapFrom })}
          />
          <MinutesInput
            label={t('web.services.gap_minutes')}
            value={form.gapMinutes}
            onChange={(gapMinutes) => edit({ gapMinutes })}
          />
        </div>
      )}
      <TimeBar form={form} />
    </Part>
  );
}

function TimeBar({ form }: { form: ServiceForm }) {
  const words = useWords();
  const { t } = words;
  const [visit, before, after] = [wholeOf(form.duration), wholeOf(form.before), wholeOf(form.after)];
  const [from, pause] = form.hasGap ? [wholeOf(form.gapFrom), wholeOf(form.gapMinutes)] : [0, 0];
  const fits = pause > 0 && from > 0 && from + pause < visit;
  if (visit <= 0) return null;
  const parts = [
    { kind: 'before', minutes: before },
    ...(fits
      ? [
          { kind: 'work', minutes: from },
          { kind: 'gap', minutes: pause },
          { kind: 'work', minutes: visit - from - pause },
        ]
      : [{ kind: 'work', minutes: visit }]),
    { kind: 'after', minutes: after },
  ] as { kind: 'before' | 'work' | 'gap' | 'after'; minutes: number }[];
  const whole = before + visit + after;
  const busy = before + visit + after - (fits ? pause : 0);
  return (
    <div className="col g4">
      <div className="time-bar" role="img" aria-label={t('web.services.bar')}>
        {parts
          .filter(({ minutes }) => minutes > 0)
          .map(({ kind, minutes }, index) => (
            <span key={index} className={kind} style={{ flexGrow: minutes }}>
              {minutes / whole > 0.13 && <span className="cut">{t(`web.services.bar_${kind}`)}</span>}
            </span>
          ))}
      </div>
      <p className="xs t2">
        {t('web.services.bar_total', { busy: minutesWords(words, busy), visit: minutesWords(words, visit) })}
      </p>
    </div>
  );
}
