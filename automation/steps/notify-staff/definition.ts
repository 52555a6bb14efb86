import { z } from 'zod';
import { plainTemplate, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { templateWords } from '../../template-words.ts';

const config = z.strictObject({
  text: worded(plainTemplate(2_000).min(1), {
    title: { ru: 'Текст', en: 'Text' },
    help: {
      ru: 'Придёт в Telegram сотрудникам, которые подключили свой чат.',
      en: 'Comes to the Telegram of those of staff who have linked their chat.',
    },
    rows: 4,
  }),
});

export type NotifyStaffConfig = z.infer<typeof config>;

export const definition: StepDefinition<NotifyStaffConfig> = {
  type: 'notify-staff',
  kind: 'do',
  icon: 'IconBellRinging',
  title: { ru: 'Сообщить сотрудникам', en: 'Tell staff' },
  group: 'connect',
  about: { ru: 'Сообщение вашим людям в Telegram', en: 'A message to your people in Telegram' },
  config,
  fresh: () => ({ text: '' }),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  sentence: ({ text }, language, names) =>
    language === 'ru'
      ? `Сообщить сотрудникам: «${templateWords(text, language, names)}»`
      : `Tell staff: “${templateWords(text, language, names)}”`,
};
