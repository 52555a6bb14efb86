import { z } from 'zod';
import { localizedTemplate, messageButtons, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { plainOfHtml } from '../../telegram-html.ts';
import { templateWords } from '../../template-words.ts';

const config = z.strictObject({
  text: worded(localizedTemplate(4_096), { title: { ru: 'Текст', en: 'Text' }, formatFrom: 'format' }),
  /** What was written before formatting came is `plain`: each sign of it means itself. */
  format: worded(z.enum(['plain', 'html']).default('plain'), { field: 'hidden' }),
  buttons: worded(messageButtons.default([]), { title: { ru: 'Кнопки', en: 'Buttons' } }),
  /** `service` heeds /stop, `marketing` needs consent as well. */
  class: worded(z.enum(['service', 'marketing']).default('marketing'), {
    title: { ru: 'Что это за сообщение', en: 'What kind of message' },
    values: {
      service: { ru: 'О заказе или просьбе', en: 'About an order or a request' },
      marketing: { ru: 'Новости и предложения', en: 'News and offers' },
    },
    valueHelp: {
      service: {
        ru: 'Клиент ждёт такого сообщения. Не придёт тому, кто остановил бота командой /stop.',
        en: 'The client expects it. Not sent to those who stopped the bot with /stop.',
      },
      marketing: {
        ru: 'Придёт только тем, кто согласился получать новости.',
        en: 'Sent only to those who agreed to receive news.',
      },
    },
  }),
});

export type SendMessageConfig = z.infer<typeof config>;

export const definition: StepDefinition<SendMessageConfig> = {
  type: 'send-message',
  kind: 'say',
  icon: 'IconMessage2',
  title: { ru: 'Отправить сообщение', en: 'Send a message' },
  group: 'say',
  about: { ru: 'Текст с кнопками, на языке клиента', en: "Text with buttons, in the client's language" },
  config,
  fresh: () => ({ text: { ru: '', en: '' }, format: 'html', buttons: [], class: 'service' }),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  messages: () => 1,
  sentence: ({ text, format }, language, names) => {
    const words = templateWords(format === 'html' ? plainOfHtml(text[language]) : text[language], language, names);
    return language === 'ru' ? `Написать: «${words}»` : `Send: “${words}”`;
  },
};
