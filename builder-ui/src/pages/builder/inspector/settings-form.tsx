import './inspector.css';
import '../../../forms/forms.css';
import { MultiSelect, Radio, TextInput } from '@mantine/core';
import { useEffect, useState, type JSX } from 'react';
import type { AutomationDraft } from '#automation/document.ts';
import { eventTypes, eventWords } from '#automation/events.ts';
import { capital } from '../../../forms/form-context.tsx';
import { useWords } from '../../../words.tsx';

type Settings = AutomationDraft['settings'];

/** The settings of the whole chain: shown when nothing is selected. */
export function SettingsForm({
  document,
  readOnly = false,
  onSettings,
  onName,
}: {
  document: AutomationDraft;
  readOnly?: boolean | undefined;
  onSettings(settings: Settings): void;
  onName(name: string): void;
}): JSX.Element {
  const { t, pick } = useWords();
  const { settings } = document;
  const [name, setName] = useState(document.name);
  useEffect(() => setName(document.name), [document.name]);
  return (
    <section className="f-form insp-settings" aria-label={t('web.forms.settings')}>
      <TextInput
        label={t('web.forms.settings_name')}
        maxLength={120}
        readOnly={readOnly}
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
      <Radio.Group
        label={t('web.forms.reentry')}
        value={settings.reentry}
        onChange={(reentry) => onSettings({ ...settings, reentry: reentry as Settings['reentry'] })}
        className="f-cards"
      >
        {(['always', 'once', 'once_per_subject'] as const).map((one) => (
          <Radio.Card key={one} value={one} className="f-card" disabled={readOnly}>
            <Radio.Indicator size="xs" />
            <span className="sp">
              <span className="f-card-title">{t(`web.forms.reentry_${one}`)}</span>
              <span className="xs t3 f-block">{t(`web.forms.reentry_${one}_help`)}</span>
            </span>
          </Radio.Card>
        ))}
      </Radio.Group>
      <MultiSelect
        label={t('web.forms.exit')}
        description={t('web.forms.exit_help')}
        placeholder={settings.exitOn.length === 0 ? t('web.forms.exit_placeholder') : undefined}
        readOnly={readOnly}
        searchable
        hidePickedOptions
        maxValues={20}
        comboboxProps={{ zIndex: 450 }}
        data={eventTypes.map((type) => ({ value: type, label: capital(pick(eventWords[type])) }))}
        value={settings.exitOn}
        onChange={(exitOn) => onSettings({ ...settings, exitOn: exitOn as Settings['exitOn'] })}
      />
    </section>
  );
}
