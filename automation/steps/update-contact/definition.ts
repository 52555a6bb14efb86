import { z } from 'zod';
import { contactField, worded } from '../../fields.ts';
import { fieldWords } from '../../field-words.ts';
import type { StepDefinition } from '../../step.ts';
import { valueSource, valueWords } from '../../value-source.ts';

const config = z.strictObject({
  field: worded(contactField, {
    title: { ru: 'Какое поле', en: 'Which field' },
    help: { ru: 'Своё поле впишите латиницей.', en: 'Write a field of your own in Latin letters.' },
  }),
  value: worded(valueSource, { title: { ru: 'Новое значение', en: 'New value' } }),
});

export type UpdateContactConfig = z.infer<typeof config>;

export const definition: StepDefinition<UpdateContactConfig> = {
  type: 'update-contact',
  kind: 'do',
  icon: 'IconUserEdit',
  title: { ru: 'Изменить данные клиента', en: "Change the client's data" },
  group: 'do',
  about: {
    ru: 'Записать имя, телефон, день рождения или своё поле',
    en: 'Write a name, a phone, a birthday or a field of your own',
  },
  config,
  fresh: () => ({ field: 'note', value: { kind: 'text', text: '' } }),
  ports: () => [{ id: 'next', title: { ru: 'дальше', en: 'next' } }],
  waits: false,
  refersTo: ({ field }) => (field.startsWith('fields.') ? [{ kind: 'field', id: field.slice(7) }] : []),
  causes: ({ field }) => [{ event: 'contact.changed', data: { field } }],
  sentence: ({ field, value }, language, names) => {
    const words = fieldWords(`contact.${field}`)?.[language] ?? field.replace('fields.', '');
    return `${language === 'ru' ? 'Записать' : 'Set'} ${words}: ${valueWords(value, language, names)}`;
  },
};
