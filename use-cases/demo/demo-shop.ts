import type { BusinessSettings } from '#domain/settings.ts';
import type { Localized } from '#persistence/entities/shop.ts';

/** The demo shop. Ids are fixed, so that seeding twice changes nothing. */
export const demoBusinessId = '0193a000-0000-7000-8000-000000000001';
export const demoBotId = '0193a000-0000-7000-8000-000000000002';
export const demoOwnerMembershipId = '0193a000-0000-7000-8000-000000000003';
export const demoManagerMembershipId = '0193a000-0000-7000-8000-000000000004';
/** The manager's persona in the phone simulator: her chat gets the notices for staff. */
export const demoManagerTelegramId = 700100;

export const demoShop = {
  name: 'Мыло и кедр',
  botName: 'Мыло и кедр',
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  language: 'ru' as const,
  ownerName: 'Ольга',
  managerName: 'Марина',
  settings: {
    courierFeeMinor: 30_000,
    pickupAddress: { ru: 'Москва, ул. Кедровая, 12', en: '12 Kedrovaya St, Moscow' },
    pickupFromHour: 10,
    pickupToHour: 20,
    lowStock: 5,
    taxSystemCode: 2,
  } satisfies Partial<BusinessSettings>,
};

export type DemoVariant = { id: string; name: Localized; priceMinor: number; stock: number };
export type DemoProduct = {
  id: string;
  photoId: string;
  photo: string;
  name: Localized;
  description: Localized;
  variants: DemoVariant[];
};
export type DemoCategory = { id: string; name: Localized; products: DemoProduct[] };

type Draft = {
  photo: string;
  name: Localized;
  description: Localized;
  variants: [ru: string, en: string, rub: number, stock: number][];
};

const drafts: { name: Localized; products: Draft[] }[] = [
  {
    name: { ru: 'Мыло', en: 'Soap' },
    products: [
      {
        photo: 'cedar-soap',
        name: { ru: 'Кедровое мыло', en: 'Cedar soap' },
        description: {
          ru: 'Варится холодным способом на кедровом масле. Пахнет хвоей и смолой.',
          en: 'Cold-process soap with cedar oil. Smells of needles and resin.',
        },
        variants: [
          ['100 г', '100 g', 390, 40],
          ['250 г', '250 g', 790, 18],
        ],
      },
      {
        photo: 'oat-soap',
        name: { ru: 'Мыло с овсом и мёдом', en: 'Oat and honey soap' },
        description: {
          ru: 'Мягко отшелушивает и не сушит. Подходит детям от трёх лет.',
          en: 'Gently exfoliates and does not dry the skin. Fine for children from three.',
        },
        variants: [['100 г', '100 g', 420, 25]],
      },
      {
        photo: 'charcoal-soap',
        name: { ru: 'Угольное мыло', en: 'Charcoal soap' },
        description: {
          ru: 'Берёзовый уголь и масло чайного дерева для жирной кожи.',
          en: 'Birch charcoal and tea tree oil for oily skin.',
        },
        variants: [
          ['100 г', '100 g', 450, 22],
          ['набор, 3 шт.', 'set of 3', 1190, 9],
        ],
      },
    ],
  },
  {
    name: { ru: 'Лицо', en: 'Face' },
    products: [
      {
        photo: 'niacinamide-serum',
        name: { ru: 'Сыворотка с ниацинамидом', en: 'Niacinamide serum' },
        description: { ru: 'Выравнивает тон, увлажняет.', en: 'Evens the tone, moisturises.' },
        variants: [
          ['15 мл', '15 ml', 890, 14],
          ['30 мл', '30 ml', 1490, 5],
        ],
      },
      {
        photo: 'cedar-cream',
        name: { ru: 'Крем с кедровым маслом', en: 'Cedar oil cream' },
        description: {
          ru: 'Плотный крем на холодное время года. Хватает на два месяца.',
          en: 'A rich cream for the cold season. Lasts two months.',
        },
        variants: [['50 мл', '50 ml', 1290, 3]],
      },
      {
        photo: 'rose-toner',
        name: { ru: 'Тоник с розой', en: 'Rose toner' },
        description: {
          ru: 'Гидролат розы без спирта. Освежает и снимает стянутость.',
          en: 'Rose water without alcohol. Refreshes and relieves tightness.',
        },
        variants: [
          ['100 мл', '100 ml', 690, 16],
          ['200 мл', '200 ml', 990, 12],
        ],
      },
    ],
  },
  {
    name: { ru: 'Тело и волосы', en: 'Body and hair' },
    products: [
      {
        photo: 'body-butter',
        name: { ru: 'Крем-баттер', en: 'Body butter' },
        description: {
          ru: 'Масло ши и какао для сухой кожи рук и тела.',
          en: 'Shea and cocoa butter for dry hands and body.',
        },
        variants: [
          ['100 мл', '100 ml', 590, 20],
          ['200 мл', '200 ml', 990, 15],
        ],
      },
      {
        photo: 'solid-shampoo',
        name: { ru: 'Твёрдый шампунь', en: 'Solid shampoo' },
        description: { ru: 'Заменяет два флакона, удобен в дороге.', en: 'Replaces two bottles, handy on the road.' },
        variants: [['80 г', '80 g', 650, 0]],
      },
      {
        photo: 'sea-salt-scrub',
        name: { ru: 'Скраб с морской солью', en: 'Sea salt scrub' },
        description: { ru: 'Соль, кокосовое масло и эвкалипт.', en: 'Salt, coconut oil and eucalyptus.' },
        variants: [['200 мл', '200 ml', 720, 11]],
      },
    ],
  },
  {
    name: { ru: 'Дом и подарки', en: 'Home and gifts' },
    products: [
      {
        photo: 'forest-candle',
        name: { ru: 'Свеча «Хвойный лес»', en: 'Pine forest candle' },
        description: {
          ru: 'Соевый воск, деревянный фитиль. Горит до 45 часов.',
          en: 'Soy wax, wooden wick. Burns for up to 45 hours.',
        },
        variants: [
          ['120 мл', '120 ml', 1190, 10],
          ['220 мл', '220 ml', 1890, 7],
        ],
      },
      {
        photo: 'gift-set',
        name: { ru: 'Подарочный набор', en: 'Gift set' },
        description: {
          ru: 'Мыло, крем и свеча в коробке с лентой. Большой набор ещё и с сывороткой.',
          en: 'Soap, cream and candle in a box with a ribbon. The large set adds a serum.',
        },
        variants: [
          ['малый', 'small', 2490, 8],
          ['большой', 'large', 4900, 4],
        ],
      },
      {
        photo: 'soap-dish',
        name: { ru: 'Мыльница из кедра', en: 'Cedar soap dish' },
        description: { ru: 'Цельное дерево, пропитка льняным маслом.', en: 'Solid wood, finished with linseed oil.' },
        variants: [['одна', 'one', 540, 13]],
      },
    ],
  },
];

/** The catalogue with its fixed ids. */
export const demoCatalog: readonly DemoCategory[] = drafts.map((category, c) => ({
  id: demoId(0x100 + c),
  name: category.name,
  products: category.products.map((product, p) => ({
    id: demoId(0x200 + c * 16 + p),
    photoId: demoId(0x300 + c * 16 + p),
    photo: product.photo,
    name: product.name,
    description: product.description,
    variants: product.variants.map(([ru, en, rub, stock], v) => ({
      id: demoId(0x1000 + c * 256 + p * 16 + v),
      name: { ru, en },
      priceMinor: rub * 100,
      stock,
    })),
  })),
}));

/** A fixed id of the demo data. */
function demoId(n: number): string {
  return `0193a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
