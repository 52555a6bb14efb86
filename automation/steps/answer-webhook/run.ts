import type { StepRun } from '../../step.ts';
import { render } from '../../templates.ts';
import { valuesFor } from '../../values.ts';
import type { AnswerWebhookConfig } from './definition.ts';

export const run: StepRun<AnswerWebhookConfig> = (config, context) => ({
  kind: 'go',
  port: 'next',
  effects: [
    {
      kind: 'answer_webhook',
      status: config.status,
      body: render(config.body, valuesFor(context)),
      contentType: config.contentType,
    },
  ],
  record: { status: config.status },
});
