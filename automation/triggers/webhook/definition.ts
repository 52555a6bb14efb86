import { z } from 'zod';
import { conditionSchema } from '../../conditions.ts';
import { worded } from '../../fields.ts';
import type { TriggerDefinition } from '../../trigger.ts';

const bodyPath = z
  .string()
  .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/)
  .max(200);

const config = z.strictObject({
  contactBy: worded(z.enum(['phone', 'email', 'telegram', 'contact']).default('phone'), {
    title: { ru: 'Как узнать клиента', en: 'How to know the client' },
    values: {
      phone: { ru: 'По телефону', en: 'By phone' },
      email: { ru: 'По почте', en: 'By e-mail' },
      telegram: { ru: 'По номеру в Telegram', en: 'By Telegram id' },
      contact: { ru: 'По коду клиента', en: "By the client's code" },
    },
  }),
  contactPath: worded(bodyPath, {
    title: { ru: 'Где это в запросе', en: 'Where it is in the request' },
    placeholder: { ru: 'customer.phone', en: 'customer.phone' },
  }),
  create: worded(z.boolean().default(false), {
    title: { ru: 'Завести клиента, если такого нет', en: 'Make a client when there is none' },
  }),
  namePath: worded(bodyPath.optional(), {
    title: { ru: 'Где имя', en: 'Where the name is' },
    placeholder: { ru: 'customer.name', en: 'customer.name' },
  }),
  filter: worded(conditionSchema, { title: { ru: 'Только если', en: 'Only if' }, scope: 'everything' }).optional(),
});

export type WebhookTriggerConfig = z.infer<typeof config>;

export const definition: TriggerDefinition<WebhookTriggerConfig> = {
  type: 'webhook',
  icon: 'IconWebhook',
  title: { ru: 'Запрос от другой системы', en: 'A request of another system' },
  group: 'start',
  about: { ru: 'Когда на тайный адрес пришёл запрос', en: 'When a request comes to a secret address' },
  config,
  fresh: () => ({ contactBy: 'phone', contactPath: 'phone', create: false }),
  listensTo: () => ['webhook.received'],
  sentence: (_config, language) =>
    language === 'ru' ? 'Когда приходит запрос от другой системы' : 'When a request of another system comes',
};
