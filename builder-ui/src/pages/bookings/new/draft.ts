import type { FreeTimes, Service } from '../../../api.ts';

export type DraftItem = { serviceId: string | null; staffId: string | null; addonIds: string[] };
export type DraftClient =
  { kind: 'known'; contactId: string; name: string } | { kind: 'new'; name: string; phone: string };

/** A visit that is being written down. */
export type Draft = {
  client: DraftClient | null;
  items: DraftItem[];
  format: 'place' | 'online';
  day: string;
  /** As it is typed: it may be no time yet. */
  time: string;
  /** The moment of a chip: an hour that comes twice in the night when clocks go back says which one. */
  moment: string | null;
  comment: string;
};

/** Where a new visit begins: a press on the calendar knows the day, the hour and the person. */
export type Begin = {
  day: string;
  /** Minutes since the midnight of the day; after 1440 it is the next one's. */
  from?: number;
  to?: number;
  staffId?: string | null;
  serviceId?: string;
};

export const emptyItem = (staffId: string | null = null): DraftItem => ({ serviceId: null, staffId, addonIds: [] });

type Request = {
  items: { serviceId: string; staffId: string | null; addonIds: string[] }[];
  format: 'place' | 'online';
  placeId: string | null;
};

/** What is asked of the API, once every service is chosen. */
export function requestOf(draft: Pick<Draft, 'items' | 'format'>, placeId: string | null): Request | undefined {
  const items = draft.items.flatMap(({ serviceId, ...item }) => (serviceId ? [{ ...item, serviceId }] : []));
  return items.length === draft.items.length && items.length > 0 ? { items, format: draft.format, placeId } : undefined;
}

/** Services that were booked last come first; the others keep the order of the price list. */
export function recentFirst<T extends Pick<Service, 'serviceId'>>(
  services: readonly T[],
  recent: readonly string[],
): T[] {
  const place = (one: T): number => {
    const at = recent.indexOf(one.serviceId);
    return at === -1 ? recent.length : at;
  };
  return [...services].sort((a, b) => place(a) - place(b));
}

/** Who of a person's services a press on their column leaves: all when nobody is meant. */
export const givenBy = (services: readonly Service[], staffId: string | null): Service[] =>
  services.filter((one) => staffId === null || one.givers.some((giver) => giver.staffId === staffId));

/** The price and length of what is chosen, as the person that was chosen has them. */
export function totalOf(
  services: readonly Service[],
  items: readonly DraftItem[],
): { minutes: number; priceMinor: number; from: boolean } {
  const sum = { minutes: 0, priceMinor: 0, from: false };
  for (const item of items) {
    const service = services.find(({ serviceId }) => serviceId === item.serviceId);
    if (!service) continue;
    const giver = service.givers.find(({ staffId }) => staffId === item.staffId);
    sum.minutes += giver?.durationMinutes ?? service.durationMinutes;
    sum.priceMinor += giver?.priceMinor ?? service.priceMinor;
    sum.from ||=
      service.priceToMinor !== null || (!giver && service.givers.some(({ priceMinor }) => priceMinor !== null));
    for (const addon of service.addons.filter(({ addonId }) => item.addonIds.includes(addonId))) {
      sum.minutes += addon.durationMinutes;
      sum.priceMinor += addon.priceMinor;
    }
  }
  return sum;
}

/** At most so many chips: those nearest to the wanted minute, in order. */
export function nearestSlots(slots: FreeTimes['days'][number]['slots'], wantedMs: number | undefined, most: number) {
  if (slots.length <= most) return slots;
  if (wantedMs === undefined) return slots.slice(0, most);
  return [...slots]
    .sort((a, b) => Math.abs(Date.parse(a.startsAt) - wantedMs) - Math.abs(Date.parse(b.startsAt) - wantedMs))
    .slice(0, most)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** "кира", "+7 912 000" or both: what a search that found nobody says about a new client. */
export function newClientOf(text: string): { name: string; phone: string } {
  const phone = /[+\d][\d\s()-]{4,}/.exec(text)?.[0]?.trim() ?? '';
  const name = text.replace(phone, '').trim();
  return { name, phone };
}
