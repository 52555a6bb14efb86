import type { GalleryItem } from './gallery.ts';

export const askForReview: GalleryItem = {
  id: 'ask-for-review',
  title: { ru: 'Попросить отзыв', en: 'Ask for a review' },
  about: {
    ru: 'Через день после выдачи: спросить, как всё прошло, и пометить ответ',
    en: 'A day after delivery: ask how it went and mark the answer',
  },
  document: {
    schema: 1,
    trigger: {
      type: 'event',
      config: { event: 'order.moved', filter: { field: 'trigger.to', is: 'equal', value: 'delivered' } },
    },
    nodes: [
      { id: 'day', type: 'wait', config: { duration: 'P1D' } },
      {
        id: 'ask',
        type: 'send-message',
        config: {
          text: {
            ru: '{{ contact.firstName }}, всё ли понравилось в заказе?',
            en: '{{ contact.firstName }}, did you like everything about your order?',
          },
          format: 'html',
          buttons: [
            { id: 'good', label: { ru: 'Всё отлично', en: 'All good' } },
            { id: 'bad', label: { ru: 'Есть замечания', en: 'Could be better' } },
          ],
          class: 'service',
        },
      },
      {
        id: 'answer',
        type: 'wait-for-event',
        config: { event: 'chat.button', filter: { field: 'nodeId', is: 'equal', value: 'ask' }, timeout: 'P3D' },
      },
      { id: 'liked', type: 'if', config: { condition: { field: 'steps.answer.button', is: 'equal', value: 'good' } } },
      { id: 'happy', type: 'tag', config: { tag: 'happy' } },
      { id: 'unhappy', type: 'tag', config: { tag: 'unhappy' } },
      {
        id: 'sorry',
        type: 'send-message',
        config: {
          text: {
            ru: 'Жаль. Напишите здесь, что было не так: прочитает человек.',
            en: 'Sorry to hear that. Write here what went wrong: a person will read it.',
          },
          format: 'html',
          buttons: [],
          class: 'service',
        },
      },
      { id: 'done', type: 'end', config: { reason: 'done' } },
      { id: 'silent', type: 'end', config: { reason: 'no_answer' } },
    ],
    edges: [
      { from: 'trigger', port: 'next', to: 'day' },
      { from: 'day', port: 'next', to: 'ask' },
      { from: 'ask', port: 'next', to: 'answer' },
      { from: 'answer', port: 'happened', to: 'liked' },
      { from: 'answer', port: 'timeout', to: 'silent' },
      { from: 'liked', port: 'yes', to: 'happy' },
      { from: 'liked', port: 'no', to: 'unhappy' },
      { from: 'happy', port: 'next', to: 'done' },
      { from: 'unhappy', port: 'next', to: 'sorry' },
      { from: 'sorry', port: 'next', to: 'done' },
    ],
    settings: { reentry: 'once_per_subject', exitOn: [] },
  },
};
