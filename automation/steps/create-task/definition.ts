import { z } from 'zod';
import { duration, plainTemplate, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { templateWords } from '../../template-words.ts';

const config = z.strictObject({
  title: worded(plainTemplate(200).min(1), {
    title: { ru: 'Что сделать', en: 'What to do' },
    placeholder: { ru: 'Позвонить клиенту', en: 'Call the client' },
  }),
  note: worded(plainTemplate(2_000).default(''), { title: { ru: 'Подробности', en: 'Details' }, rows: 3 }),
  role: worded(z.enum(['anyone', 'owner', 'manager', 'master']).default('anyone'), {
    title: { ru: 'Кому', en: 'For whom' },
    values: {
      anyone: { ru: 'Любому сотруднику', en: 'Anyone' },
      owner: { ru: 'Владельцу', en: 'The owner' },
      manager: { ru: 'Менеджеру', en: 'A manager' },
      master: { ru: 'Мастеру', en: 'A master' },
    },
  }),
  within: worded(duration.optional(), { title: { ru: 'Сделать за', en: 'To be done within' } }),
});

export type CreateTaskConfig = z.infer<typeof config>;

export const definition: StepDefinition<CreateTaskConfig> = {
  type: 'create-task',
  kind: 'do',
  icon: 'IconChecklist',
  title: { ru: 'Поставить задачу', en: 'Make a task' },
  group: 'connect',
  about: { ru: 'Дело для сотрудника, со сроком', en: 'Something for staff to do, with a due time' },
  config,
  fresh: () => ({ title: '', note: '', role: 'anyone' }),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  causes: () => [{ event: 'task.created', data: {} }],
  sentence: ({ title }, language, names) =>
    language === 'ru'
      ? `Задача: «${templateWords(title, language, names)}»`
      : `Task: “${templateWords(title, language, names)}”`,
};
