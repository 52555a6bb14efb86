import type { AutomationInput } from '../document.ts';
import type { Words } from '../words.ts';
import welcome from '../examples/welcome/automation.json' with { type: 'json' };
import abandonedCart from '../examples/abandoned-cart/automation.json' with { type: 'json' };
import reviewAfterDelivery from '../examples/review-after-delivery/automation.json' with { type: 'json' };
import birthday from '../examples/birthday/automation.json' with { type: 'json' };
import winBack from '../examples/win-back/automation.json' with { type: 'json' };
import drip from '../examples/drip/automation.json' with { type: 'json' };
import pickupReminders from '../examples/pickup-reminders/automation.json' with { type: 'json' };
import twoTexts from '../examples/two-texts/automation.json' with { type: 'json' };
import survey from '../examples/survey/automation.json' with { type: 'json' };
import visitReminders from '../examples/visit-reminders/automation.json' with { type: 'json' };
import comeAgain from '../examples/come-again/automation.json' with { type: 'json' };
import afterNoShow from '../examples/after-no-show/automation.json' with { type: 'json' };
import webhookToMessage from '../examples/webhook-to-message/automation.json' with { type: 'json' };
import { askForReview } from './ask-for-review.ts';
import { openingHours } from './opening-hours.ts';
import { thankForOrder } from './thank-for-order.ts';
import { unpaidOrder } from './unpaid-order.ts';

/** A chain to begin from. What it says to clients stands in both languages; its name is in the owner's. */
export type GalleryItem = { id: string; title: Words; about: Words; document: Omit<AutomationInput, 'name'> };

const example = (id: string, title: Words, about: Words, document: unknown): GalleryItem => ({
  id,
  title,
  about,
  document: document as GalleryItem['document'],
});

/** What an owner may begin with instead of an empty drawing. The examples have a story and its trace beside them. */
export const gallery: readonly GalleryItem[] = [
  thankForOrder,
  askForReview,
  unpaidOrder,
  openingHours,
  example(
    'welcome',
    { ru: 'Знакомство', en: 'Welcome' },
    {
      ru: 'Поздороваться с новым клиентом и спросить, присылать ли новости',
      en: 'Greet a new client and ask whether to send news',
    },
    welcome,
  ),
  example(
    'abandoned-cart',
    { ru: 'Брошенная корзина', en: 'Abandoned cart' },
    {
      ru: 'Напомнить о корзине, которую не оформили; ночью не писать',
      en: 'Remind of a cart that was not ordered; never at night',
    },
    abandonedCart,
  ),
  example(
    'review-after-delivery',
    { ru: 'Отзыв после доставки', en: 'Review after delivery' },
    {
      ru: 'Спросить оценку; на плохую поставить задачу и сообщить своим',
      en: 'Ask for a rating; a bad one makes a task and tells your people',
    },
    reviewAfterDelivery,
  ),
  example(
    'birthday',
    { ru: 'День рождения', en: 'Birthday' },
    {
      ru: 'Поздравить в десять утра по часам клиента, каждый год',
      en: 'Congratulate at ten in the morning by the client’s clock, every year',
    },
    birthday,
  ),
  example(
    'win-back',
    { ru: 'Вернуть через 60 дней', en: 'Win back after 60 days' },
    {
      ru: 'Два месяца без заказов: позвать в рабочие часы и посчитать, кто вернулся',
      en: 'Two months without an order: invite in working hours and count who came back',
    },
    winBack,
  ),
  example(
    'drip',
    { ru: 'Серия писем с ответом', en: 'Drip with a branch on reply' },
    {
      ru: 'Три сообщения за неделю; кто ответил, тем занимаются люди',
      en: 'Three messages in a week; who replies is taken care of by people',
    },
    drip,
  ),
  example(
    'pickup-reminders',
    { ru: 'Напоминания о выдаче', en: 'Pick-up reminders' },
    {
      ru: 'За сутки и за два часа; сдвинулось время выдачи, сдвинулись и напоминания',
      en: 'A day and two hours before; when the pick-up moves, the reminders move',
    },
    pickupReminders,
  ),
  example(
    'visit-reminders',
    { ru: 'Напоминания о визите', en: 'Visit reminders' },
    {
      ru: 'За сутки и за два часа; перенесли визит, сдвинулись и напоминания',
      en: 'A day and two hours before; when the visit moves, the reminders move',
    },
    visitReminders,
  ),
  example(
    'come-again',
    { ru: 'Пора повторить', en: 'Time to come again' },
    {
      ru: 'Через три недели после визита предложить свободное время кнопками',
      en: 'Three weeks after a visit, free times to choose from',
    },
    comeAgain,
  ),
  example(
    'after-no-show',
    { ru: 'После неявки', en: 'After a no-show' },
    {
      ru: 'Через час предложить другое время; не выбрали: задача сотруднику',
      en: 'An hour later, offer other times; not chosen: a task for staff',
    },
    afterNoShow,
  ),
  example(
    'two-texts',
    { ru: 'Два текста на выбор', en: 'A/B of two texts' },
    {
      ru: 'Половине один текст, половине другой: какой работает лучше',
      en: 'Half get one text, half the other: which works better',
    },
    twoTexts,
  ),
  example(
    'survey',
    { ru: 'Опрос', en: 'Survey' },
    {
      ru: 'Оценка от 0 до 10 и почему; ответы в карточке клиента',
      en: 'A score of 0 to 10 and why; the answers are on the client’s card',
    },
    survey,
  ),
  example(
    'webhook-to-message',
    { ru: 'Сообщение по запросу', en: 'Webhook to message' },
    {
      ru: 'Учётная система говорит, что заказ готов, а бот пишет клиенту',
      en: 'Your stock system says that an order is ready, and the bot tells the client',
    },
    webhookToMessage,
  ),
];
