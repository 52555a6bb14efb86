import type { StaffMember } from '../../api.ts';
import { dayOff, tidyPlan, type DayPlan } from './day-plan.ts';
import { minorOrNull, typedMinor, typedOf, wholeOrNull, type Typed } from './fields.tsx';

export type GivenForm = { serviceId: string; price: Typed; duration: Typed };
/** A person while they are edited: numbers as they are typed. */
export type StaffForm = {
  name: string;
  about: { ru: string; en: string };
  placeId: string;
  membershipId: string | null;
  week: readonly DayPlan[];
  maxPerDay: Typed;
  maxPerWeek: Typed;
  hidden: boolean;
  services: readonly GivenForm[];
};

export function staffForm(person: StaffMember | undefined, placeId: string): StaffForm {
  return {
    name: person?.name ?? '',
    about: person?.about ?? { ru: '', en: '' },
    placeId: person?.placeId ?? placeId,
    membershipId: person?.membershipId ?? null,
    week: person?.week ?? Array.from({ length: 7 }, () => dayOff),
    maxPerDay: typedOf(person?.maxPerDay ?? null),
    maxPerWeek: typedOf(person?.maxPerWeek ?? null),
    hidden: person?.hidden ?? false,
    services: (person?.services ?? []).map(({ serviceId, priceMinor, durationMinutes }) => ({
      serviceId,
      price: typedMinor(priceMinor),
      duration: typedOf(durationMinutes),
    })),
  };
}

export function staffBody(form: StaffForm) {
  return {
    name: form.name,
    about: form.about,
    placeId: form.placeId,
    membershipId: form.membershipId,
    week: form.week.map(tidyPlan),
    maxPerDay: wholeOrNull(form.maxPerDay),
    maxPerWeek: wholeOrNull(form.maxPerWeek),
    hidden: form.hidden,
    services: form.services.map(({ serviceId, price, duration }) => ({
      serviceId,
      priceMinor: minorOrNull(price),
      durationMinutes: wholeOrNull(duration),
    })),
  };
}
