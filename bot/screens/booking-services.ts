import type { BookableCategory, BookableService } from '#use-cases/services/catalog.ts';
import {
  durationRange,
  durationWords,
  priceFrom,
  priceOrFree,
  priceRange,
  wayOut,
  type Asked,
} from './booking-parts.ts';
import { button, escape, local, pager, rows, short, words, type Reader, type Screen } from './screen.ts';

const ON_A_PAGE = 8;

/** "The usual: Manicure, Anna?" */
export function usualScreen(reader: Reader, usual: { bookingId: string; service: string; staff: string }): Screen {
  return {
    text: words(reader, 'book.usual_ask', {
      service: escape(short(usual.service, 200)),
      staff: escape(short(usual.staff, 100)),
    }),
    keyboard: [
      [
        button(words(reader, 'book.usual'), { do: 'booking_again', bookingId: usual.bookingId }),
        button(words(reader, 'book.other'), { do: 'book_new' }),
      ],
    ],
  };
}

export function sectionsScreen(reader: Reader, categories: readonly BookableCategory[], asked: Asked): Screen {
  return {
    text: words(reader, 'book.sections'),
    keyboard: [
      ...rows(
        categories.map(({ categoryId, name }) =>
          button(name ? local(name, reader) : words(reader, 'book.section_none'), {
            do: 'book_section',
            categoryId,
            page: 1,
          }),
        ),
        2,
      ),
      wayOut(reader, asked),
    ],
  };
}

/** `category` undefined: there is but one list, without a section around it. */
export function servicesScreen(
  reader: Reader,
  list: { services: readonly BookableService[]; category: BookableCategory | undefined; page: number },
  asked: Asked,
): Screen {
  const { services, category } = list;
  const pages = Math.max(1, Math.ceil(services.length / ON_A_PAGE));
  const page = Math.min(list.page, pages);
  const name = category && escape(category.name ? local(category.name, reader) : words(reader, 'book.section_none'));
  return {
    text: name === undefined ? words(reader, 'book.services_all') : words(reader, 'book.services', { name }),
    keyboard: [
      ...services.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE).map((service) => [
        button(
          words(reader, 'book.service_item', {
            name: short(local(service.name, reader), 40),
            price: priceFrom(reader, service.minPriceMinor, service.maxPriceMinor),
          }),
          { do: 'book_service', serviceId: service.serviceId },
        ),
      ]),
      ...pager(reader, { page, pages }, (to) => ({
        do: 'book_section',
        categoryId: category?.categoryId ?? null,
        page: to,
      })),
      wayOut(reader, asked),
    ],
  };
}

/** Everything about one service, with its photo. */
export function serviceScreen(reader: Reader, service: BookableService): Screen {
  const description = local(service.description, reader);
  return {
    text: [
      `<b>${escape(short(local(service.name, reader), 120))}</b>`,
      // A caption holds 1,024 characters.
      ...(description ? [escape(short(description, 500))] : []),
      '',
      `${priceRange(reader, service.minPriceMinor, service.maxPriceMinor)}, ${durationRange(reader, service.minDurationMinutes, service.maxDurationMinutes)}`,
      [
        words(reader, `book.format_${service.format}`),
        ...(service.capacity > 1 ? [words(reader, 'book.group', { count: service.capacity })] : []),
      ].join(', '),
    ].join('\n'),
    photoId: service.photoId ?? undefined,
    keyboard: [
      [button(words(reader, 'book.choose'), { do: 'book_choose', serviceId: service.serviceId })],
      [
        button(words(reader, 'book.back'), { do: 'book_section', categoryId: service.categoryId, page: 1 }),
        button(words(reader, 'book.leave'), { do: 'book_leave' }),
      ],
    ],
  };
}

export function addonsScreen(
  reader: Reader,
  facts: { service: BookableService; chosen: readonly string[] },
  asked: Asked,
): Screen {
  const { service, chosen } = facts;
  return {
    text: words(reader, 'book.addons', { service: `<b>${escape(short(local(service.name, reader), 120))}</b>` }),
    keyboard: [
      ...service.addons.slice(0, 30).map((addon) => {
        const label = words(reader, addon.durationMinutes > 0 ? 'book.addon_time' : 'book.addon', {
          name: short(local(addon.name, reader), 24),
          price: priceOrFree(reader, addon.priceMinor),
          duration: durationWords(reader, addon.durationMinutes),
        });
        const said = chosen.includes(addon.addonId) ? words(reader, 'book.addon_on', { label }) : label;
        return [button(said, { do: 'book_addon', addonId: addon.addonId })];
      }),
      [button(words(reader, 'book.addons_done'), { do: 'book_addons_done' })],
      wayOut(reader, asked),
    ],
  };
}
