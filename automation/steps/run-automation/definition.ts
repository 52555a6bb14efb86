import { z } from 'zod';
import { automationId, duration, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';

const config = z.strictObject({
  automation: worded(automationId, {
    title: { ru: 'Какую цепочку', en: 'Which automation' },
    help: { ru: 'Та, что начинается вручную.', en: 'One that is started by hand.' },
  }),
  wait: worded(z.boolean().default(false), {
    title: { ru: 'Ждать, пока она закончится', en: 'Wait until it ends' },
  }),
  timeout: worded(duration.default('P7D'), { title: { ru: 'Ждать не дольше', en: 'Wait at most' } }),
});

export type RunAutomationConfig = z.infer<typeof config>;

export const definition: StepDefinition<RunAutomationConfig> = {
  type: 'run-automation',
  kind: 'do',
  icon: 'IconSitemap',
  title: { ru: 'Запустить другую', en: 'Run another' },
  group: 'connect',
  about: { ru: 'Клиент войдёт и в другую цепочку', en: 'The client enters another automation as well' },
  config,
  fresh: () => ({ wait: false, timeout: 'P7D' }),
  ports: ({ wait }) =>
    wait
      ? [
          { id: 'finished', title: { ru: 'закончилась', en: 'ended' } },
          { id: 'timeout', title: { ru: 'не дождались', en: 'timed out' } },
        ]
      : [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  outputFields: ({ wait }) =>
    wait
      ? [{ name: 'reason', words: { ru: 'чем закончилась', en: 'how it ended' }, kind: 'text', sample: 'done' }]
      : [],
  outputOn: ['finished'],
  listensTo: ({ wait }) => (wait ? ['automation.finished'] : []),
  waits: true,
  longestStay: ({ wait, timeout }) => (wait ? timeout : 'PT0S'),
  refersTo: ({ automation }) => [{ kind: 'automation', id: automation }],
  causes: ({ automation }) => [{ event: 'automation.started', data: { automationId: automation } }],
  sentence: ({ wait }, language) =>
    language === 'ru'
      ? wait
        ? 'Запустить другую цепочку и ждать её конца'
        : 'Запустить другую цепочку'
      : wait
        ? 'Run another automation and wait for its end'
        : 'Run another automation',
};
