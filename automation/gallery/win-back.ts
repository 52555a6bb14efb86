import type { GalleryItem } from './gallery.ts';

/** Silence is no event: it is a wait for the next order that nobody ended. */
export const winBack: GalleryItem = {
  id: 'win-back',
  title: { ru: 'Позвать снова', en: 'Invite back' },
  about: {
    ru: 'Два месяца без заказов: написать тому, кто давно не заходил',
    en: 'Two months without an order: write to a client who has been away',
  },
  document: {
    schema: 1,
    trigger: { type: 'event', config: { event: 'order.paid' } },
    nodes: [
      { id: 'next', type: 'wait-for-event', config: { event: 'order.placed', timeout: 'P60D' } },
      {
        id: 'invite',
        type: 'send-message',
        config: {
          text: {
            ru: '{{ contact.firstName }}, давно не виделись. Загляните, у нас есть новое.',
            en: '{{ contact.firstName }}, it has been a while. Come and see what is new.',
          },
          format: 'html',
          buttons: [],
          class: 'marketing',
        },
      },
      { id: 'mark', type: 'tag', config: { tag: 'away' } },
      { id: 'returned', type: 'end', config: { reason: 'done' } },
      { id: 'done', type: 'end', config: { reason: 'no_answer' } },
    ],
    edges: [
      { from: 'trigger', port: 'next', to: 'next' },
      { from: 'next', port: 'happened', to: 'returned' },
      { from: 'next', port: 'timeout', to: 'invite' },
      { from: 'invite', port: 'next', to: 'mark' },
      { from: 'mark', port: 'next', to: 'done' },
    ],
    settings: { reentry: 'once_per_subject', exitOn: ['contact.stopped'] },
  },
};
