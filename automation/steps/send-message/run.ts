import type { StepRun } from '../../step.ts';
import { render } from '../../templates.ts';
import { valuesFor } from '../../values.ts';
import type { SendMessageConfig } from './definition.ts';

export const run: StepRun<SendMessageConfig> = (config, context) => {
  const { language } = context.facts.contact;
  const text = render(config.text[language], valuesFor(context));
  return {
    kind: 'go',
    port: 'next',
    effects: [
      {
        kind: 'send_message',
        text,
        buttons: config.buttons.map((button) => ({ id: button.id, label: button.label[language] })),
        class: config.class,
      },
    ],
    record: { language, class: config.class, buttons: config.buttons.map((button) => button.id) },
  };
};
