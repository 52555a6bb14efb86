import type { GalleryItem } from './gallery.ts';

export const thankForOrder: GalleryItem = {
  id: 'thank-for-order',
  title: { ru: 'Спасибо за первый заказ', en: 'Thanks for the first order' },
  about: {
    ru: 'После первой оплаты: поблагодарить и пометить нового клиента',
    en: 'After the first payment: say thanks and mark a new client',
  },
  document: {
    schema: 1,
    trigger: {
      type: 'event',
      config: { event: 'order.paid', filter: { field: 'trigger.first', is: 'equal', value: true } },
    },
    nodes: [
      { id: 'pause', type: 'wait', config: { duration: 'PT10M' } },
      {
        id: 'thank',
        type: 'send-message',
        config: {
          text: {
            ru: '{{ contact.firstName }}, спасибо за первый заказ! Если что-то понадобится, просто напишите сюда.',
            en: '{{ contact.firstName }}, thank you for your first order! If you need anything, just write here.',
          },
          format: 'html',
          buttons: [],
          class: 'service',
        },
      },
      { id: 'mark', type: 'tag', config: { tag: 'new' } },
      { id: 'done', type: 'end', config: { reason: 'done' } },
    ],
    edges: [
      { from: 'trigger', port: 'next', to: 'pause' },
      { from: 'pause', port: 'next', to: 'thank' },
      { from: 'thank', port: 'next', to: 'mark' },
      { from: 'mark', port: 'next', to: 'done' },
    ],
    settings: { reentry: 'once', exitOn: [] },
  },
};
