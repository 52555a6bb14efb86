import type { BookableService } from '#use-cases/services/catalog.ts';
import { durationRange, priceFrom, priceOrFree, wayOut, type Asked } from './booking-parts.ts';
import { button, escape, local, price, short, words, type Reader, type Screen } from './screen.ts';

/** A service with what was added to it. */
export type ChosenService = { service: BookableService; addonIds: readonly string[] };

export function moreScreen(
  reader: Reader,
  facts: { chosen: readonly ChosenService[]; canAdd: boolean },
  asked: Asked,
): Screen {
  const lines = facts.chosen.map(({ service, addonIds }) => {
    const addons = service.addons.filter(({ addonId }) => addonIds.includes(addonId));
    const name = [service.name, ...addons.map((addon) => addon.name)].map((one) => local(one, reader)).join(' + ');
    const extra = addons.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
    const more = addons.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
    return words(reader, 'book.more_line', {
      service: escape(short(name, 200)),
      price: priceFrom(reader, service.minPriceMinor + extra, service.maxPriceMinor + extra),
      duration: durationRange(reader, service.minDurationMinutes + more, service.maxDurationMinutes + more),
    });
  });
  return {
    text: words(reader, 'book.more', { lines: lines.join('\n') }),
    keyboard: [
      [button(words(reader, 'book.more_enough'), { do: 'book_enough' })],
      ...(facts.canAdd ? [[button(words(reader, 'book.more_add'), { do: 'book_more' })]] : []),
      ...(facts.chosen.length > 1
        ? facts.chosen.map(({ service }, index) => [
            button(words(reader, 'book.more_drop', { service: short(local(service.name, reader), 40) }), {
              do: 'book_drop',
              index,
            }),
          ])
        : []),
      wayOut(reader, asked),
    ],
  };
}

export function formatScreen(reader: Reader, asked: Asked): Screen {
  return {
    text: words(reader, 'book.format_ask'),
    keyboard: [
      [
        button(words(reader, 'book.format_at_place'), { do: 'book_format', format: 'place' }),
        button(words(reader, 'book.format_at_home'), { do: 'book_format', format: 'online' }),
      ],
      wayOut(reader, asked),
    ],
  };
}

export function placesScreen(reader: Reader, places: BookableService['places'], asked: Asked): Screen {
  return {
    text: [
      words(reader, 'book.place_ask'),
      '',
      ...places
        .slice(0, 20)
        .map(
          (place) => `<b>${escape(local(place.name, reader))}</b>: ${escape(short(local(place.address, reader), 100))}`,
        ),
    ].join('\n'),
    keyboard: [
      ...places.slice(0, 20).map(({ placeId, name }) => [button(local(name, reader), { do: 'book_place', placeId })]),
      wayOut(reader, asked),
    ],
  };
}

/** `extraMinor`: what the chosen add-ons cost with anybody. */
export function personScreen(
  reader: Reader,
  facts: { service: BookableService; people: BookableService['staff']; extraMinor: number },
  asked: Asked,
): Screen {
  const people = facts.people.slice(0, 40);
  const about = people.filter((one) => local(one.about, reader) !== '').slice(0, 10);
  return {
    text: [
      words(reader, 'book.person_ask', { service: `<b>${escape(short(local(facts.service.name, reader), 120))}</b>` }),
      ...(about.length > 0 ? [''] : []),
      ...about.map((one) => `<b>${escape(one.name)}</b>: ${escape(short(local(one.about, reader), 200))}`),
    ].join('\n'),
    keyboard: [
      [button(words(reader, 'book.person_any'), { do: 'book_person', staffId: null })],
      ...people.map((one) => [
        button(
          words(reader, 'book.person', {
            name: short(one.name, 30),
            price:
              one.priceToMinor === null
                ? priceOrFree(reader, one.priceMinor + facts.extraMinor)
                : words(reader, 'book.price_from', { price: price(reader, one.priceMinor + facts.extraMinor) }),
          }),
          { do: 'book_person', staffId: one.staffId },
        ),
      ]),
      wayOut(reader, asked),
    ],
  };
}
