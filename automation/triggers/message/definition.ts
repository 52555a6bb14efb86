import { z } from 'zod';
import type { TriggerDefinition } from '../../trigger.ts';

const config = z.strictObject({});

export type MessageTriggerConfig = z.infer<typeof config>;

export const definition: TriggerDefinition<MessageTriggerConfig> = {
  type: 'message',
  icon: 'IconMessageDots',
  title: { ru: 'Любое сообщение', en: 'Any message' },
  group: 'start',
  about: { ru: 'Когда клиент написал боту что угодно', en: 'When a client writes anything to the bot' },
  config,
  fresh: () => ({}),
  listensTo: () => ['chat.message'],
  sentence: (_config, language) => (language === 'ru' ? 'Когда клиент пишет боту' : 'When a client writes to the bot'),
};
