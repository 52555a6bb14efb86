import type { Service } from '../../api.ts';
import { minorOf, minorOrNull, typedMinor, typedOf, wholeOf, wholeOrNull, type Typed } from './fields.tsx';

type Words = { ru: string; en: string };
export type AddonForm = { key: string; addonId?: string; name: Words; price: Typed; duration: Typed };
export type GiverForm = { staffId: string; price: Typed; duration: Typed };

/** A service while it is edited: numbers as they are typed, switches for what may be absent. */
export type ServiceForm = {
  name: Words;
  description: Words;
  categoryId: string | null;
  price: Typed;
  priceTo: Typed;
  duration: Typed;
  before: Typed;
  after: Typed;
  hasGap: boolean;
  gapFrom: Typed;
  gapMinutes: Typed;
  format: Service['format'];
  isGroup: boolean;
  seats: Typed;
  hidden: boolean;
  addons: readonly AddonForm[];
  needs: readonly (readonly string[])[];
  givers: readonly GiverForm[];
};

export function serviceForm(service: Service | undefined): ServiceForm {
  const empty = { ru: '', en: '' };
  return {
    name: service?.name ?? empty,
    description: service?.description ?? empty,
    categoryId: service?.categoryId ?? null,
    price: service ? service.priceMinor / 100 : '',
    priceTo: typedMinor(service?.priceToMinor ?? null),
    duration: service?.durationMinutes ?? 60,
    before: service?.bufferBeforeMinutes ?? 0,
    after: service?.bufferAfterMinutes ?? 0,
    hasGap: Boolean(service?.gap),
    gapFrom: service?.gap?.fromMinutes ?? '',
    gapMinutes: service?.gap?.minutes ?? '',
    format: service?.format ?? 'place',
    isGroup: (service?.capacity ?? 1) > 1,
    seats: service && service.capacity > 1 ? service.capacity : 6,
    hidden: service?.hidden ?? false,
    addons: (service?.addons ?? []).map((addon) => ({
      key: addon.addonId,
      addonId: addon.addonId,
      name: addon.name,
      price: addon.priceMinor / 100,
      duration: addon.durationMinutes,
    })),
    needs: service?.needs ?? [],
    givers: (service?.givers ?? []).map(({ staffId, priceMinor, durationMinutes }) => ({
      staffId,
      price: typedMinor(priceMinor),
      duration: typedOf(durationMinutes),
    })),
  };
}

/** What is sent. A room of a place where nobody gives the service is left behind with the people. */
export function serviceBody(form: ServiceForm, placeOfResource: (resourceId: string) => boolean) {
  return {
    name: form.name,
    description: form.description,
    categoryId: form.categoryId,
    priceMinor: minorOf(form.price),
    priceToMinor: minorOrNull(form.priceTo),
    durationMinutes: wholeOf(form.duration),
    bufferBeforeMinutes: wholeOf(form.before),
    bufferAfterMinutes: wholeOf(form.after),
    gap: form.hasGap ? { fromMinutes: wholeOf(form.gapFrom), minutes: wholeOf(form.gapMinutes) } : null,
    format: form.format,
    capacity: form.isGroup ? wholeOf(form.seats) : 1,
    hidden: form.hidden,
    addons: form.addons.map(({ addonId, name, price, duration }) => ({
      ...(addonId === undefined ? {} : { addonId }),
      name,
      priceMinor: minorOf(price),
      durationMinutes: wholeOf(duration),
    })),
    needs: form.needs.map((any) => any.filter(placeOfResource)),
    givers: form.givers.map(({ staffId, price, duration }) => ({
      staffId,
      priceMinor: minorOrNull(price),
      durationMinutes: wholeOrNull(duration),
    })),
  };
}
