import { BusinessError } from '#domain/errors.ts';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#persistence/with-business.ts';
import type { VisitRequest } from '#use-cases/bookings/visit-request.ts';
import type { BookingDialogue } from '#use-cases/dialogues/dialogue-state.ts';
import { readBookableService, type BookableService } from '#use-cases/services/catalog.ts';

/** A visit that is being put together in the chat. */
export type Draft = Omit<BookingDialogue, 'noticedAt'>;

/** So many services make a visit. */
export const MAX_SERVICES = 4;

export const emptyDraft = (): Draft => ({
  kind: 'booking',
  key: newId(),
  step: 'section',
  items: [],
  enough: false,
  fixed: false,
  format: null,
  placeId: null,
  month: null,
  day: null,
  startsAt: null,
  phone: null,
  comment: null,
  commented: false,
  changing: false,
  seen: null,
  moving: null,
});

/** An earlier visit with another time: the questions begin with the day. */
export const fixedDraft = (request: VisitRequest, more: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(),
  step: 'day',
  items: request.items.map((item) => ({ ...item, addonIds: [...item.addonIds], decided: true })),
  enough: true,
  fixed: true,
  format: request.format,
  placeId: request.placeId,
  ...more,
});

export const requestOf = (draft: Draft): VisitRequest => ({
  items: draft.items.map(({ serviceId, staffId, addonIds }) => ({ serviceId, staffId, addonIds })),
  format: draft.format ?? 'place',
  placeId: draft.placeId,
});

/** A visit that is there already can be moved even when its services are shown no more. */
export const offeredTo = (draft: Draft): 'client' | 'staff' => (draft.moving === null ? 'client' : 'staff');

/** The services of a draft as they are offered now. @throws BusinessError `service_not_found`. */
export async function servicesOf(tx: Tx, draft: Draft): Promise<BookableService[]> {
  const services: BookableService[] = [];
  for (const { serviceId } of draft.items) {
    const service = await readBookableService(tx, serviceId);
    if (!service) throw new BusinessError('service_not_found', { serviceId });
    services.push(service);
  }
  return services;
}

export type Services = readonly BookableService[];

export const formatsOf = (services: Services): ('place' | 'online')[] =>
  (['place', 'online'] as const).filter((format) =>
    services.every((service) => service.format === 'both' || service.format === format),
  );

/** Where all of them are given. */
export const placesOf = (services: Services): BookableService['places'] =>
  (services[0]?.places ?? []).filter(({ placeId }) =>
    services.every(({ places }) => places.some((place) => place.placeId === placeId)),
  );

export const isGroup = (services: Services): boolean => services.some(({ capacity }) => capacity > 1);

/** Whether one visit can hold them all. */
export const goTogether = (services: Services): boolean =>
  (services.length === 1 || !isGroup(services)) && formatsOf(services).length > 0 && placesOf(services).length > 0;

export const peopleOf = (draft: Draft, service: BookableService): BookableService['staff'] =>
  service.staff.filter(({ placeId }) => placeId === draft.placeId);

/** The services, by position, for which there is a choice of people. */
export const choicesOf = (draft: Draft, services: Services): number[] =>
  services.flatMap((service, index) => (peopleOf(draft, service).length > 1 ? [index] : []));
