import { describe, expect, it } from '@jest/globals';
import { conditionWords } from './condition-words.ts';
import type { Condition } from './conditions.ts';
import { endReasonWords } from './end-reasons.ts';
import { steps } from './steps/registry.ts';
import { triggers } from './triggers/registry.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a condition in the words of an owner', () => {
  it.each<[Condition, string, string]>([
    [{ field: 'trigger.first', is: 'equal', value: true }, 'это первый заказ', 'it is the first order'],
    [{ field: 'trigger.first', is: 'equal', value: false }, 'это не первый заказ', 'it is not the first order'],
    [{ not: { field: 'trigger.first', is: 'equal', value: true } }, 'это не первый заказ', 'it is not the first order'],
    [
      { field: 'trigger.late', is: 'not_equal', value: false },
      'оплата пришла после срока',
      'it is paid after the deadline',
    ],
    [
      { field: 'trigger.totalMinor', is: 'at_least', value: 300000 },
      'сумма заказа не меньше 3 000 ₽',
      'the order total is at least 3,000 ₽',
    ],
    [
      { field: 'order.totalMinor', is: 'equal', value: 150050 },
      'сумма заказа равна 1 500,50 ₽',
      'the order total is 1,500.50 ₽',
    ],
    [
      { field: 'trigger.to', is: 'equal', value: 'shipped' },
      'новое состояние заказа: в пути',
      'the new state is on the way',
    ],
    [
      { field: 'order.deliveryKind', is: 'not_equal', value: 'pickup' },
      'способ получения: не самовывоз',
      'the way of delivery is not pick-up',
    ],
    [{ field: 'contact.tags', is: 'contains', value: 'vip' }, 'есть метка «vip»', 'the client has the tag “vip”'],
    [
      { not: { field: 'contact.tags', is: 'contains', value: 'vip' } },
      'нет метки «vip»',
      'the client does not have the tag “vip”',
    ],
    [
      { field: 'contact.language', is: 'equal', value: 'en' },
      'язык клиента: английский',
      "the client's language is English",
    ],
    [{ field: 'contact.phone', is: 'unknown' }, 'телефон клиента неизвестен', "the client's phone is unknown"],
    [
      { field: 'contact.name', is: 'contains', value: 'Анна' },
      'имя клиента содержит «Анна»',
      "the client's name contains “Анна”",
    ],
    [
      { field: 'contact.ordersPaid', is: 'greater', value: 1 },
      'число оплаченных заказов больше 1',
      'the number of paid orders is more than 1',
    ],
    [
      { field: 'contact.spentMinor', is: 'less', value: 1000000 },
      'сумма всех покупок меньше 10 000 ₽',
      'the total of all purchases is less than 10,000 ₽',
    ],
    [
      { field: 'steps.answer.button', is: 'equal', value: 'good' },
      'ответ на шаге answer: good',
      'the answer at step answer is good',
    ],
    [
      { field: 'steps.paid.first', is: 'equal', value: true },
      'это первый раз на шаге paid',
      'it is the first time at step paid',
    ],
    [{ field: 'trigger.nothing', is: 'equal', value: 'x y' }, 'trigger.nothing: «x y»', 'trigger.nothing is “x y”'],
    [{ field: 'trigger.constructor', is: 'known' }, 'trigger.constructor известно', 'trigger.constructor is known'],
    [
      {
        all: [
          { field: 'contact.ordersPaid', is: 'equal', value: 3 },
          {
            any: [
              { field: 'trigger.first', is: 'equal', value: true },
              { not: { field: 'contact.ordersPaid', is: 'greater', value: 9 } },
            ],
          },
        ],
      },
      'число оплаченных заказов равно 3 и (это первый заказ или неверно, что число оплаченных заказов больше 9)',
      'the number of paid orders is 3 and (it is the first order or it is not true that the number of paid orders is more than 9)',
    ],
  ])('%j', (condition, ru, en) => {
    expect(plain(conditionWords(condition, 'ru', 'order.paid'))).toBe(ru);
    expect(plain(conditionWords(condition, 'en', 'order.paid'))).toBe(en);
  });

  it('speaks of what started the automation: a first order is no first opening of the bot', () => {
    const condition: Condition = { field: 'trigger.first', is: 'equal', value: true };
    expect(conditionWords(condition, 'ru', 'contact.started')).toBe('это первое открытие бота');
    expect(conditionWords(condition, 'ru')).toBe('это первый раз');
  });
});

describe('a step read aloud', () => {
  const sentence = (type: string, config: unknown, language: 'ru' | 'en') =>
    plain(steps[type]!.definition.sentence(steps[type]!.definition.config.parse(config), language));

  it.each([
    ['P1D', 'Ждать: нажата кнопка, не дольше 1 дня', 'Wait until a button is pressed, at most 1 day'],
    ['P2D', 'Ждать: нажата кнопка, не дольше 2 дней', 'Wait until a button is pressed, at most 2 days'],
    ['PT21M', 'Ждать: нажата кнопка, не дольше 21 минуты', 'Wait until a button is pressed, at most 21 minutes'],
    ['P1W', 'Ждать: нажата кнопка, не дольше 1 недели', 'Wait until a button is pressed, at most 1 week'],
  ])('waits for an event %s', (timeout, ru, en) => {
    const config = { event: 'chat.button', filter: { field: 'nodeId', is: 'equal', value: 'ask' }, timeout };
    expect(sentence('wait-for-event', config, 'ru')).toBe(ru);
    expect(sentence('wait-for-event', config, 'en')).toBe(en);
  });

  it.each([
    ['PT1M', 'Подождать 1 минуту'],
    ['PT3H', 'Подождать 3 часа'],
    ['P1DT5H', 'Подождать 1 день 5 часов'],
    ['P1W', 'Подождать 1 неделю'],
    ['PT1.5S', 'Подождать 1,5 секунды'],
  ])('waits %s', (duration, ru) => {
    expect(sentence('wait', { duration }, 'ru')).toBe(ru);
  });

  it('shows what a text is filled with in words', () => {
    const text = {
      ru: '{{ contact.firstName }}, заказ на {{ order.totalMinor | money }} {{ x.y }}',
      en: "{{contact.name | default: 'x'}}, hello",
    };
    expect(sentence('send-message', { text }, 'ru')).toBe(
      'Написать: «[имя клиента без фамилии], заказ на [сумма заказа] {{ x.y }}»',
    );
    expect(sentence('send-message', { text }, 'en')).toBe("Send: “[client's name], hello”");
  });

  it('starts with the words of its event', () => {
    const { definition } = triggers['event']!;
    const config = { event: 'order.paid', filter: { field: 'trigger.first', is: 'equal', value: true } };
    expect(definition.sentence(config, 'ru')).toBe('Когда заказ оплачен, если это первый заказ');
    expect(definition.sentence(config, 'en')).toBe('When an order is paid, if it is the first order');
  });

  it('ends with a reason in words, or as the owner wrote it', () => {
    expect(sentence('end', { reason: 'no_answer' }, 'ru')).toBe('Закончить: ответа не было');
    expect(sentence('end', { reason: 'Подарок выдан' }, 'en')).toBe('End: Подарок выдан');
    expect(endReasonWords('contact.stopped').ru).toBe('клиент остановил рассылки');
  });
});
