import type { StepRun } from '../../step.ts';
import { render, renderHtml } from '../../templates.ts';
import { valuesFor } from '../../values.ts';
import type { SendMessageConfig } from './definition.ts';

export const run: StepRun<SendMessageConfig> = (config, context) => {
  const { language } = context.facts.contact;
  const values = valuesFor(context);
  const text = config.text[language];
  return {
    kind: 'go',
    port: 'next',
    effects: [
      {
        kind: 'send_message',
        ...(config.format === 'html'
          ? { text: renderHtml(text, values), format: 'html' }
          : { text: render(text, values) }),
        buttons: config.buttons.map((button) => ({ id: button.id, label: button.label[language] })),
        class: config.class,
      },
    ],
    record: { language, class: config.class, buttons: config.buttons.map((button) => button.id) },
  };
};
