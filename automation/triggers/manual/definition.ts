import { z } from 'zod';
import type { TriggerDefinition } from '../../trigger.ts';

const config = z.strictObject({});

export type ManualTriggerConfig = z.infer<typeof config>;

export const definition: TriggerDefinition<ManualTriggerConfig> = {
  type: 'manual',
  icon: 'IconHandClick',
  title: { ru: 'Вручную', en: 'By hand' },
  group: 'start',
  about: {
    ru: 'Когда вы запускаете её для клиента, для многих сразу, или её запускает другая цепочка',
    en: 'When you start it for a client or for many at once, or another automation does',
  },
  config,
  fresh: () => ({}),
  listensTo: () => ['automation.started'],
  sentence: (_config, language) => (language === 'ru' ? 'Когда запускают вручную' : 'When started by hand'),
};
