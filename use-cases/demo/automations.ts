import type { AutomationInput } from '#automation/document.ts';

/** What the demo shop has published: thank for the first order, ask how it went, branch on the button, tag. */
export function thankForTheFirstOrder(wait: string): AutomationInput {
  return {
    schema: 1,
    name: 'Спасибо за первый заказ',
    trigger: {
      type: 'event',
      config: { event: 'order.paid', filter: { field: 'trigger.first', is: 'equal', value: true } },
    },
    nodes: [
      {
        id: 'thank',
        type: 'send-message',
        config: {
          text: {
            ru: '{{ contact.firstName }}, спасибо за первый заказ. Мы уже знаем о нём и скоро соберём.',
            en: '{{ contact.firstName }}, thank you for your first order. We have it and will pack it soon.',
          },
          class: 'service',
        },
      },
      { id: 'pause', type: 'wait', config: { duration: wait } },
      {
        id: 'ask',
        type: 'send-message',
        config: {
          text: { ru: 'Как всё прошло? Удобно было заказывать?', en: 'How did it go? Was ordering easy?' },
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
        config: { event: 'chat.button', filter: { field: 'nodeId', is: 'equal', value: 'ask' }, timeout: 'P1D' },
      },
      {
        id: 'liked',
        type: 'if',
        config: { condition: { field: 'steps.answer.button', is: 'equal', value: 'good' } },
      },
      { id: 'tag-happy', type: 'tag', config: { tag: 'happy' } },
      { id: 'tag-unhappy', type: 'tag', config: { tag: 'unhappy' } },
      {
        id: 'sorry',
        type: 'send-message',
        config: {
          text: {
            ru: 'Жаль, что не всё было удобно. Напишите здесь, что исправить: прочитает человек.',
            en: 'Sorry it was not all easy. Write here what to improve: a person will read it.',
          },
          class: 'service',
        },
      },
      { id: 'thanked', type: 'end', config: { reason: 'answered' } },
      { id: 'silent', type: 'end', config: { reason: 'no_answer' } },
    ],
    edges: [
      { from: 'trigger', port: 'next', to: 'thank' },
      { from: 'thank', port: 'next', to: 'pause' },
      { from: 'pause', port: 'next', to: 'ask' },
      { from: 'ask', port: 'next', to: 'answer' },
      { from: 'answer', port: 'happened', to: 'liked' },
      { from: 'answer', port: 'timeout', to: 'silent' },
      { from: 'liked', port: 'yes', to: 'tag-happy' },
      { from: 'liked', port: 'no', to: 'tag-unhappy' },
      { from: 'tag-happy', port: 'next', to: 'thanked' },
      { from: 'tag-unhappy', port: 'next', to: 'sorry' },
      { from: 'sorry', port: 'next', to: 'thanked' },
    ],
    settings: { reentry: 'once' },
  };
}
