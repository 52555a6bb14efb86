import { z } from 'zod';
import { worded } from '../../fields.ts';
import type { TriggerDefinition } from '../../trigger.ts';

const config = z.strictObject({
  payload: worded(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), {
    title: { ru: 'Метка ссылки', en: 'Mark of the link' },
    help: {
      ru: 'Ссылка вида t.me/ваш_бот?start=метка: на визитке, в рекламе, в QR-коде.',
      en: 'A link such as t.me/your_bot?start=mark: on a card, in an ad, in a QR code.',
    },
    placeholder: { ru: 'spring', en: 'spring' },
  }),
  match: worded(z.enum(['whole', 'beginning']).default('whole'), {
    title: { ru: 'Как сравнивать', en: 'How to compare' },
    values: {
      whole: { ru: 'Точно так', en: 'Exactly so' },
      beginning: { ru: 'Начинается так', en: 'Begins so' },
    },
  }),
});

export type DeepLinkTriggerConfig = z.infer<typeof config>;

export const definition: TriggerDefinition<DeepLinkTriggerConfig> = {
  type: 'deep-link',
  icon: 'IconLink',
  title: { ru: 'Переход по ссылке', en: 'A link is opened' },
  group: 'start',
  about: { ru: 'Когда клиент пришёл в бота по вашей ссылке', en: 'When a client comes to the bot by your link' },
  config,
  fresh: () => ({ payload: '', match: 'whole' }),
  listensTo: () => ['contact.started'],
  sentence: ({ payload, match }, language) => {
    const tail = match === 'beginning' ? '…' : '';
    return language === 'ru'
      ? `Когда клиент приходит по ссылке ${payload}${tail}`
      : `When a client comes by the link ${payload}${tail}`;
  },
};
