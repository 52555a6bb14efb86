import { Select, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { nextOccurrence, recurrenceProblem, recurrenceWords, type Recurrence } from '#automation/recurrence.ts';
import { useNow } from '../components/use-now.ts';
import { useWords } from '../words.tsx';
import { FieldGroup, type FieldProps } from './field-shell.tsx';
import { capital, useForm } from './form-context.tsx';
import { floating } from './parsed-input.tsx';
import { everyKinds, ruleOfView, turned, viewOf, type Every, type RecurrenceView } from './recurrence-edit.ts';
import { RecurrenceParts } from './recurrence-parts.tsx';
import type { TreeOf } from './tree.ts';

/** When something happens again and again: which days, from which day on, at what time; read back with what comes. */
export function RecurrenceField(props: FieldProps<TreeOf<'recurrence'>>) {
  const { t, language } = useWords();
  const { readOnly } = useForm();
  const { onChange } = props;
  const value = recurrenceIn(props.value);
  const [view, see] = useState(() => viewOf(value.rule));
  const last = useRef(value.rule);
  useEffect(() => {
    if (last.current === value.rule) return;
    last.current = value.rule;
    see(viewOf(value.rule));
  }, [value.rule]);
  const set = (part: Partial<Recurrence>) => onChange({ ...value, ...part });
  const change = (next: RecurrenceView) => {
    see(next);
    last.current = ruleOfView(next);
    set({ rule: last.current });
  };
  const problem = recurrenceProblem(value);
  return (
    <FieldGroup props={props} error={problem && t(`web.forms.problem.${problem}`)}>
      <Select
        className="f-part"
        aria-label={t('web.forms.recurrence.every')}
        readOnly={readOnly}
        allowDeselect={false}
        comboboxProps={floating}
        data={everyKinds.map((every) => ({ value: every, label: capital(t(`web.forms.recurrence.${every}`)) }))}
        value={view.every}
        onChange={(every) => change(turned(view, (every ?? view.every) as Every))}
      />
      {view.every === 'text' ? (
        <Textarea
          className="f-part f-json"
          aria-label={t('web.forms.recurrence.rule')}
          description={t('web.forms.recurrence.rule_help')}
          placeholder="FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
          autosize
          spellCheck={false}
          readOnly={readOnly}
          maxLength={200}
          value={view.text}
          onChange={(event) => change({ every: 'text', text: event.currentTarget.value })}
        />
      ) : (
        <RecurrenceParts view={view} onChange={change} />
      )}
      <div className="f-compare">
        <TextInput
          type="time"
          label={t('web.forms.recurrence.time')}
          readOnly={readOnly}
          value={value.time}
          onChange={(event) => set({ time: event.currentTarget.value.slice(0, 5) })}
        />
        <TextInput
          type="date"
          label={t('web.forms.recurrence.start')}
          readOnly={readOnly}
          value={value.startDate}
          onChange={(event) => set({ startDate: event.currentTarget.value })}
        />
      </div>
      {!problem && (
        <p className="f-reads" aria-live="polite">
          {capital(recurrenceWords(value, language))}
          <Coming value={value} />
        </p>
      )}
    </FieldGroup>
  );
}

/** The next few days, so that a rule can be trusted without reading it. */
function Coming({ value }: { value: Recurrence }) {
  const { t, language } = useWords();
  const { references } = useForm();
  const now = useNow(60_000);
  const zone = references.business.timeZone;
  const coming: Date[] = [];
  for (let after = new Date(now); coming.length < 3;) {
    const next = nextOccurrence(value, after, zone);
    if (!next) break;
    coming.push(next);
    after = next;
  }
  if (coming.length === 0) return <span className="f-block f-warn">{t('web.forms.recurrence.never')}</span>;
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  });
  return (
    <span className="f-block t3">
      {t('web.forms.recurrence.coming', { days: coming.map((day) => format.format(day)).join('; ') })}
    </span>
  );
}

function recurrenceIn(value: unknown): Recurrence {
  const said = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<string, unknown>>;
  const text = (one: unknown) => (typeof one === 'string' ? one : '');
  return { rule: text(said['rule']), startDate: text(said['startDate']), time: text(said['time']) };
}
