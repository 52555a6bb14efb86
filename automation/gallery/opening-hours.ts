import type { GalleryItem } from './gallery.ts';

export const openingHours: GalleryItem = {
  id: 'opening-hours',
  title: { ru: 'Ответить про часы работы', en: 'Answer about opening hours' },
  about: {
    ru: 'Клиент написал «часы» или «адрес»: бот отвечает сразу',
    en: 'A client writes “hours” or “address”: the bot answers at once',
  },
  document: {
    schema: 1,
    trigger: {
      type: 'keyword',
      config: { words: ['часы', 'часы работы', 'адрес', 'hours', 'opening hours', 'address'], match: 'anywhere' },
    },
    nodes: [
      {
        id: 'answer',
        type: 'send-message',
        config: {
          text: {
            ru: 'Мы открыты каждый день с 10:00 до 20:00. Напишите, если нужно что-то ещё.',
            en: 'We are open every day from 10:00 to 20:00. Write if you need anything else.',
          },
          format: 'html',
          buttons: [],
          class: 'service',
        },
      },
      { id: 'done', type: 'end', config: { reason: 'done' } },
    ],
    edges: [
      { from: 'trigger', port: 'next', to: 'answer' },
      { from: 'answer', port: 'next', to: 'done' },
    ],
    settings: { reentry: 'always', exitOn: [] },
  },
};
