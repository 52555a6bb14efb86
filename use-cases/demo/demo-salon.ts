import type { DayPlan, WeekPlan } from '#domain/bookings/slot-facts.ts';
import type { ServiceFormat } from '#persistence/entities/services.ts';
import type { Localized } from '#persistence/entities/shop.ts';

/** The salon beside the demo shop: the people of the pictures. Ids are fixed, so that stories can name them. */
export const demoPlaceId = salonId(0x1);

export const demoPlace = {
  id: demoPlaceId,
  name: { ru: 'Студия на Баумана', en: 'Studio on Baumana' },
  address: { ru: 'Казань, ул. Баумана, 12', en: '12 Baumana St, Kazan' },
  timeZone: 'Europe/Moscow',
};

export const demoResources = [
  { id: salonId(0x11), kind: 'room', name: 'Кресло 1' },
  { id: salonId(0x12), kind: 'room', name: 'Кресло 2' },
  { id: salonId(0x13), kind: 'room', name: 'Кресло 3' },
  { id: salonId(0x14), kind: 'equipment', name: 'Лампа' },
] as const;
const [chair1, chair2, chair3, lamp] = demoResources.map(({ id }) => id) as [string, string, string, string];

export const demoServiceCategories: readonly { id: string; name: Localized }[] = [
  { id: salonId(0x21), name: { ru: 'Ногти', en: 'Nails' } },
  { id: salonId(0x22), name: { ru: 'Волосы', en: 'Hair' } },
  { id: salonId(0x23), name: { ru: 'Брови и уход', en: 'Brows and care' } },
];

export const demoStaffIds = { anna: salonId(0x31), dina: salonId(0x32), leila: salonId(0x33), sveta: salonId(0x34) };
type Person = keyof typeof demoStaffIds;

const works = (from: string, to: string, lunch?: [string, string]): DayPlan => ({
  hours: [{ from, to }],
  breaks: lunch ? [{ from: lunch[0], to: lunch[1] }] : [],
});
/** Monday is 1. */
const weekOf = (day: DayPlan, days: readonly number[]): WeekPlan =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => (days.includes(weekday) ? day : { hours: [], breaks: [] }));

export const demoStaff: readonly {
  id: string;
  name: string;
  about: Localized;
  week: WeekPlan;
  maxPerDay: number | null;
}[] = [
  {
    id: demoStaffIds.anna,
    name: 'Анна Лисина',
    about: { ru: 'Ногти. Восемь лет в профессии.', en: 'Nails. Eight years in the trade.' },
    week: weekOf(works('10:00', '20:00', ['13:00', '13:30']), [1, 2, 3, 4, 5, 6]),
    maxPerDay: null,
  },
  {
    id: demoStaffIds.dina,
    name: 'Дина Сафина',
    about: { ru: 'Волосы: стрижки и окрашивание.', en: 'Hair: cuts and colour.' },
    week: weekOf(works('09:00', '20:00', ['13:00', '14:00']), [2, 3, 4, 5, 6, 7]),
    maxPerDay: null,
  },
  {
    id: demoStaffIds.leila,
    name: 'Лейла Тагирова',
    about: { ru: 'Брови и ресницы, мастер-классы.', en: 'Brows and lashes, classes.' },
    week: weekOf(works('11:00', '18:00'), [1, 2, 3, 4, 5]),
    maxPerDay: 8,
  },
  {
    id: demoStaffIds.sveta,
    name: 'Света Котова',
    about: { ru: 'Ногти: маникюр и педикюр.', en: 'Nails: manicure and pedicure.' },
    week: weekOf(works('09:00', '20:00', ['12:30', '13:00']), [1, 3, 4, 5, 6, 7]),
    maxPerDay: null,
  },
];

type Draft = {
  category: 0 | 1 | 2;
  name: Localized;
  description: Localized;
  rub: number;
  toRub?: number;
  minutes: number;
  after?: number;
  gap?: { from: number; minutes: number };
  format?: ServiceFormat;
  capacity?: number;
  addons?: { name: Localized; rub: number; minutes: number }[];
  needs: string[][];
  /** With a price or a time of their own. */
  givers: Partial<Record<Person, { rub?: number; minutes?: number }>>;
};

const drafts: readonly Draft[] = [
  {
    category: 0,
    name: { ru: 'Маникюр', en: 'Manicure' },
    description: { ru: 'Обработка и форма, без покрытия.', en: 'Care and shape, without polish.' },
    rub: 1_500,
    minutes: 60,
    addons: [{ name: { ru: 'Снятие покрытия', en: 'Removal of polish' }, rub: 400, minutes: 20 }],
    needs: [[chair1, chair2]],
    givers: { anna: {}, sveta: {} },
  },
  {
    category: 0,
    name: { ru: 'Маникюр с покрытием', en: 'Manicure with polish' },
    description: { ru: 'Держится три недели.', en: 'Lasts for three weeks.' },
    rub: 2_000,
    minutes: 90,
    addons: [
      { name: { ru: 'Снятие покрытия', en: 'Removal of polish' }, rub: 400, minutes: 20 },
      { name: { ru: 'Дизайн двух ногтей', en: 'Design of two nails' }, rub: 300, minutes: 15 },
    ],
    needs: [[chair1, chair2], [lamp]],
    givers: { anna: { rub: 2_300 }, sveta: {} },
  },
  {
    category: 0,
    name: { ru: 'Наращивание ногтей', en: 'Nail extensions' },
    description: { ru: 'Форма и длина на выбор.', en: 'Shape and length of your choice.' },
    rub: 3_500,
    minutes: 120,
    needs: [[chair1, chair2], [lamp]],
    givers: { anna: {}, sveta: { minutes: 150 } },
  },
  {
    category: 0,
    name: { ru: 'Педикюр', en: 'Pedicure' },
    description: { ru: 'Аппаратный, с покрытием.', en: 'With a machine, polish included.' },
    rub: 2_400,
    minutes: 75,
    after: 15,
    needs: [[chair1, chair2]],
    givers: { sveta: {} },
  },
  {
    category: 1,
    name: { ru: 'Стрижка', en: 'Haircut' },
    description: { ru: 'С мытьём и сушкой.', en: 'With a wash and a blow-dry.' },
    rub: 1_800,
    minutes: 60,
    addons: [{ name: { ru: 'Укладка', en: 'Styling' }, rub: 900, minutes: 30 }],
    needs: [[chair1, chair2, chair3]],
    givers: { dina: {} },
  },
  {
    category: 1,
    name: { ru: 'Окрашивание', en: 'Colouring' },
    description: {
      ru: 'Пока краска держится, мастер может принять другого клиента.',
      en: 'While the colour sets, the master can take another client.',
    },
    rub: 4_500,
    toRub: 9_000,
    minutes: 150,
    gap: { from: 50, minutes: 40 },
    after: 10,
    addons: [{ name: { ru: 'Уход после окрашивания', en: 'Care after colouring' }, rub: 1_200, minutes: 20 }],
    needs: [[chair1, chair2, chair3]],
    givers: { dina: {} },
  },
  {
    category: 2,
    name: { ru: 'Брови: форма и окраска', en: 'Brows: shape and tint' },
    description: { ru: 'Подберём форму по лицу.', en: 'A shape that suits your face.' },
    rub: 1_200,
    minutes: 45,
    needs: [[chair3]],
    givers: { leila: {} },
  },
  {
    category: 2,
    name: { ru: 'Консультация по уходу', en: 'A talk about care' },
    description: {
      ru: 'Видеозвонок. Ссылку пришлём перед началом.',
      en: 'A video call. The link comes before it begins.',
    },
    rub: 0,
    minutes: 30,
    format: 'online',
    needs: [],
    givers: { dina: {}, leila: {} },
  },
  {
    category: 2,
    name: { ru: 'Мастер-класс: уход за руками', en: 'Class: care for hands' },
    description: { ru: 'До шести человек, всё нужное есть на месте.', en: 'Up to six people, everything is there.' },
    rub: 1_600,
    minutes: 90,
    capacity: 6,
    needs: [],
    givers: { leila: {} },
  },
];

export const demoServices = drafts.map((draft, s) => ({
  id: salonId(0x100 + s),
  categoryId: demoServiceCategories[draft.category]?.id ?? null,
  name: draft.name,
  description: draft.description,
  priceMinor: draft.rub * 100,
  priceToMinor: draft.toRub === undefined ? null : draft.toRub * 100,
  durationMinutes: draft.minutes,
  bufferAfterMinutes: draft.after ?? 0,
  gap: draft.gap ?? null,
  format: draft.format ?? ('place' as const),
  capacity: draft.capacity ?? 1,
  addons: (draft.addons ?? []).map((addon, a) => ({
    id: salonId(0x200 + s * 16 + a),
    name: addon.name,
    priceMinor: addon.rub * 100,
    durationMinutes: addon.minutes,
  })),
  needs: draft.needs,
  givers: (Object.entries(draft.givers) as [Person, { rub?: number; minutes?: number }][]).map(([person, own]) => ({
    staffId: demoStaffIds[person],
    priceMinor: own.rub === undefined ? null : own.rub * 100,
    durationMinutes: own.minutes ?? null,
  })),
}));
export type DemoService = (typeof demoServices)[number];

function salonId(n: number): string {
  return `0193a000-0000-7000-8001-${n.toString(16).padStart(12, '0')}`;
}
