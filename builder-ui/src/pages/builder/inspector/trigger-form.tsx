import { Radio } from '@mantine/core';
import type { AutomationDraft } from '#automation/document.ts';
import { triggers } from '#automation/triggers/registry.ts';
import { SchemaForm } from '../../../forms/schema-form.tsx';
import { useWords } from '../../../words.tsx';
import { StepIcon } from './step-icon.tsx';

/** What starts the chain: which way, then its own settings. */
export function TriggerForm({
  document,
  readOnly,
  onConfig,
  onType,
  focusField,
}: {
  document: AutomationDraft;
  readOnly: boolean;
  onConfig(config: Record<string, unknown>): void;
  onType(type: string, config: Record<string, unknown>): void;
  focusField?: string | undefined;
}) {
  const { t, pick } = useWords();
  const { type, config } = document.trigger;
  const definition = triggers[type]?.definition;
  return (
    <div className="f-form">
      <Radio.Group
        label={t('web.forms.start_what')}
        value={type}
        onChange={(next) => {
          const to = triggers[next]?.definition;
          if (to && next !== type) onType(next, to.fresh());
        }}
        className="f-cards"
      >
        {Object.values(triggers).map(({ definition: one }) => (
          <Radio.Card key={one.type} value={one.type} className="f-card" disabled={readOnly}>
            <Radio.Indicator size="xs" />
            <span className="sp">
              <span className="f-card-title">{pick(one.title)}</span>
              {(!definition || one.type === type) && <span className="xs t3 f-block">{pick(one.about)}</span>}
            </span>
            <StepIcon name={one.icon} size={18} />
          </Radio.Card>
        ))}
      </Radio.Group>
      {definition && (
        <SchemaForm key={type} schema={definition.config} config={config} onChange={onConfig} focusField={focusField} />
      )}
    </div>
  );
}
