import './inspector.css';
import '../../../forms/forms.css';
import { TextInput } from '@mantine/core';
import { useEffect, useId, useMemo, useState, type JSX } from 'react';
import type { AutomationDraft } from '#automation/document.ts';
import { settingsSchema } from '#automation/settings.ts';
import { describe } from '../../../forms/describe-schema.ts';
import { FormProvider } from '../../../forms/form-context.tsx';
import { problemsOf } from '../../../forms/problems.ts';
import { Field } from '../../../forms/schema-form.tsx';
import type { TreeOf } from '../../../forms/tree.ts';
import { useWords } from '../../../words.tsx';
import { groupsOf, matters } from './settings-groups.ts';

type Settings = AutomationDraft['settings'];
type Props = {
  document: AutomationDraft;
  readOnly?: boolean | undefined;
  onSettings(settings: Settings): void;
  onName(name: string): void;
};

/** The settings of the whole chain: shown when nothing is selected. */
export function SettingsForm({ document, readOnly = false, onSettings, onName }: Props): JSX.Element {
  const { t } = useWords();
  return (
    <section className="f-form insp-settings" aria-label={t('web.forms.settings')}>
      <Name document={document} readOnly={readOnly} onName={onName} />
      <FormProvider document={document} nodeId="trigger" readOnly={readOnly}>
        <Groups settings={document.settings} onSettings={onSettings} />
      </FormProvider>
    </section>
  );
}

function Name({ document, readOnly, onName }: Pick<Props, 'document' | 'readOnly' | 'onName'>) {
  const { t } = useWords();
  const [name, setName] = useState(document.name);
  useEffect(() => setName(document.name), [document.name]);
  return (
    <TextInput
      label={t('web.forms.settings_name')}
      maxLength={120}
      readOnly={readOnly ?? false}
      value={name}
      error={name.trim() === '' ? t('web.forms.problem.text') : undefined}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setName(next);
        // A chain without a name cannot be kept: the last good one stays until there is another.
        if (next.trim() !== '') onName(next);
      }}
      onBlur={() => setName((now) => (now.trim() === '' ? document.name : now))}
    />
  );
}

const tree = describe(settingsSchema) as TreeOf<'object'>;

/** Drawn from the schema. A draft keeps only whole settings: what is half written waits here until it is whole. */
function Groups({ settings, onSettings }: { settings: Settings; onSettings(settings: Settings): void }) {
  const { t } = useWords();
  const id = useId();
  const [unfinished, hold] = useState<Record<string, unknown> | undefined>();
  useEffect(() => hold(undefined), [settings]);
  const shown = unfinished ?? (settings as Record<string, unknown>);
  const problems = useMemo(() => problemsOf(tree, shown), [shown]);
  const patch = (part: Record<string, unknown>) => {
    const next = Object.fromEntries(Object.entries({ ...shown, ...part }).filter(([, value]) => value !== undefined));
    const parsed = settingsSchema.safeParse(next);
    hold(parsed.success ? undefined : next);
    if (parsed.success) onSettings(parsed.data);
  };
  return (
    <>
      {groupsOf(tree.fields.map((field) => field.name)).map(({ group, names }) => (
        <section key={group} className="insp-group" aria-labelledby={`${id}${group}`}>
          <h3 id={`${id}${group}`}>{t(`web.forms.settings.${group}`)}</h3>
          {tree.fields
            .filter(({ name }) => names.includes(name) && matters(name, shown))
            .sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name))
            .map(({ name, tree: field }) => (
              <Field
                key={name}
                tree={field}
                path={name}
                value={shown[name]}
                onChange={(next) => patch({ [name]: next })}
                parent={shown}
                patch={patch}
                problems={problems}
              />
            ))}
        </section>
      ))}
      {unfinished && (
        <p className="s f-warn" role="status">
          {t('web.forms.settings.unfinished')}
        </p>
      )}
    </>
  );
}
