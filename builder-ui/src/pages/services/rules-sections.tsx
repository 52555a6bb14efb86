import { Button, Select, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUnsaved } from '../../components/use-unsaved.tsx';
import { useWords } from '../../words.tsx';
import { Section } from '../settings/section.tsx';
import { NumberField, wholeOf, type Typed } from './fields.tsx';
import { Span, spanMinutes, spanOf } from './span-field.tsx';
import { useRulesForm, type Rules } from './use-rules-form.ts';

export function TimesSection({ rules }: { rules: Rules }) {
  const { t } = useWords();
  const rule = useRulesForm(
    {
      step: rules.stepMinutes as Typed,
      notice: spanOf(rules.noticeMinutes),
      horizon: rules.horizonDays as Typed,
    },
    (form) => ({
      stepMinutes: wholeOf(form.step),
      noticeMinutes: spanMinutes(form.notice),
      horizonDays: wholeOf(form.horizon),
    }),
  );
  const { form, edit, wrong } = rule;
  return (
    <RuleForm title={t('web.rules.times')} rule={rule}>
      <Sentence wrong={wrong('stepMinutes')}>
        {t('web.rules.step')}
        <NumberField
          width={64}
          whole
          spoken={t('web.rules.step')}
          value={form.step}
          wrong={wrong('stepMinutes') && ' '}
          onChange={(step) => edit({ step })}
        />
        {t('web.rules.unit_minutes', { count: wholeOf(form.step) })}
      </Sentence>
      <Sentence wrong={wrong('noticeMinutes') ?? wrong('horizonDays')}>
        {t('web.rules.notice')}
        <Span spoken={t('web.rules.notice')} value={form.notice} onChange={(notice) => edit({ notice })} />
        {t('web.rules.horizon')}
        <NumberField
          width={64}
          whole
          spoken={t('web.rules.horizon')}
          value={form.horizon}
          wrong={wrong('horizonDays') && ' '}
          onChange={(horizon) => edit({ horizon })}
        />
        {t('web.rules.unit_days', { count: wholeOf(form.horizon) })} {t('web.rules.horizon_after')}
      </Sentence>
    </RuleForm>
  );
}

export function PolicySection({ rules }: { rules: Rules }) {
  const { t } = useWords();
  const rule = useRulesForm(
    {
      cancel: rules.policy.cancelHours as Typed,
      move: rules.policy.moveHours as Typed,
      moves: rules.policy.maxMoves as Typed,
    },
    (form) => ({
      policy: { cancelHours: wholeOf(form.cancel), moveHours: wholeOf(form.move), maxMoves: wholeOf(form.moves) },
    }),
  );
  const { form, edit, wrong } = rule;
  const hours = (name: 'cancel' | 'move', spoken: string, path: string) => (
    <>
      <NumberField
        width={64}
        whole
        spoken={spoken}
        value={form[name]}
        wrong={wrong(path) && ' '}
        onChange={(value) => edit({ [name]: value })}
      />
      {t('web.rules.unit_hours', { count: wholeOf(form[name]) })}
    </>
  );
  return (
    <RuleForm title={t('web.rules.policy')} lead={t('web.rules.policy_lead')} rule={rule}>
      <Sentence wrong={wrong('policy.cancelHours')}>
        {t('web.rules.cancel')} {hours('cancel', t('web.rules.cancel'), 'policy.cancelHours')}{' '}
        {t('web.rules.cancel_after')}
      </Sentence>
      <Sentence
        wrong={wrong('policy.moveHours') ?? wrong('policy.maxMoves')}
        {...(wholeOf(form.moves) === 0 ? { hint: t('web.rules.no_moves') } : {})}
      >
        {t('web.rules.move')} {hours('move', t('web.rules.move'), 'policy.moveHours')} {t('web.rules.move_after')}{' '}
        {t('web.rules.moves')}
        <NumberField
          width={56}
          whole
          spoken={t('web.rules.moves')}
          value={form.moves}
          wrong={wrong('policy.maxMoves') && ' '}
          onChange={(moves) => edit({ moves })}
        />
        {t('web.rules.moves_after', { count: wholeOf(form.moves) })}
      </Sentence>
    </RuleForm>
  );
}

type Then = Rules['unconfirmed']['then'];

export function ConfirmSection({ rules }: { rules: Rules }) {
  const { t } = useWords();
  const rule = useRulesForm(
    {
      itself: rules.confirmsItself,
      before: spanOf(rules.unconfirmed.minutesBefore),
      then: rules.unconfirmed.then,
    },
    (form) => ({
      confirmsItself: form.itself,
      unconfirmed: { minutesBefore: spanMinutes(form.before), then: form.then },
    }),
  );
  const { form, edit, wrong } = rule;
  return (
    <RuleForm title={t('web.rules.confirm')} rule={rule}>
      <Switch
        label={t('web.rules.confirms_itself')}
        description={t('web.rules.confirms_itself_hint')}
        checked={form.itself}
        onChange={(event) => edit({ itself: event.currentTarget.checked })}
      />
      {!form.itself && (
        <Sentence wrong={wrong('unconfirmed.minutesBefore')}>
          {t('web.rules.unconfirmed')}
          <Span spoken={t('web.rules.unconfirmed')} value={form.before} onChange={(before) => edit({ before })} />
          {t('web.rules.unconfirmed_after')}
          <Select
            w={250}
            aria-label={t('web.rules.unconfirmed_then')}
            allowDeselect={false}
            data={(['keep', 'confirm', 'cancel'] as const).map((value) => ({
              value,
              label: t(`web.rules.then_${value}`),
            }))}
            value={form.then}
            onChange={(then) => then && edit({ then: then as Then })}
          />
        </Sentence>
      )}
    </RuleForm>
  );
}

/** Numbers inside of a sentence; what is wrong with them stands below it. */
function Sentence({ children, wrong, hint }: { children: ReactNode; wrong: string | undefined; hint?: string }) {
  return (
    <div className="col g4">
      <div className="rule-line">{children}</div>
      {wrong !== undefined && (
        <span className="xs week-wrong" role="alert">
          {wrong}
        </span>
      )}
      {hint && wrong === undefined && <span className="xs t3">{hint}</span>}
    </div>
  );
}

export function RuleForm({
  title,
  lead,
  rule,
  children,
}: {
  title: string;
  lead?: string;
  rule: { dirty: boolean; saving: boolean; save(): void; undo(): void };
  children: ReactNode;
}) {
  const { t } = useWords();
  const unsaved = useUnsaved(rule.dirty);
  return (
    <Section title={title} {...(lead === undefined ? {} : { lead })}>
      <form
        className="col g16"
        onSubmit={(event) => {
          event.preventDefault();
          rule.save();
        }}
      >
        {children}
        <div className="row wrap">
          <Button type="submit" disabled={!rule.dirty} loading={rule.saving}>
            {t('web.save')}
          </Button>
          {rule.dirty && (
            <>
              <Button variant="subtle" color="gray" onClick={rule.undo}>
                {t('web.undo')}
              </Button>
              <span className="s t3">{t('web.services.unsaved')}</span>
            </>
          )}
        </div>
      </form>
      {unsaved.dialog}
    </Section>
  );
}
