import type { GalleryItem } from './gallery.ts';

export const unpaidOrder: GalleryItem = {
  id: 'unpaid-order',
  title: { ru: 'Напомнить об оплате', en: 'Remind of a payment' },
  about: {
    ru: 'Заказ оформлен и не оплачен: вежливо напомнить через десять минут',
    en: 'An order is placed and not paid: a polite reminder after ten minutes',
  },
  document: {
    schema: 1,
    trigger: { type: 'event', config: { event: 'order.placed' } },
    nodes: [
      { id: 'paid', type: 'wait-for-event', config: { event: 'order.paid', timeout: 'PT10M' } },
      {
        id: 'remind',
        type: 'send-message',
        config: {
          text: {
            ru: '{{ contact.firstName }}, ваш заказ ждёт оплаты. Если что-то не получилось, напишите сюда, поможем.',
            en: '{{ contact.firstName }}, your order waits to be paid. If something went wrong, write here and we will help.',
          },
          format: 'html',
          buttons: [],
          class: 'service',
        },
      },
      { id: 'done', type: 'end', config: { reason: 'done' } },
    ],
    edges: [
      { from: 'trigger', port: 'next', to: 'paid' },
      { from: 'paid', port: 'happened', to: 'done' },
      { from: 'paid', port: 'timeout', to: 'remind' },
      { from: 'remind', port: 'next', to: 'done' },
    ],
    settings: { reentry: 'once_per_subject', exitOn: ['order.cancelled'] },
  },
};
