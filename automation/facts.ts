/** What a chain knows of the person and of what started it. Read afresh at every move. Moments are ISO 8601 in UTC. */
export type Facts = {
  contact: {
    id: string;
    name: string;
    firstName: string;
    language: 'ru' | 'en';
    phone: string | null;
    email: string | null;
    tags: readonly string[];
    ordersPaid: number;
    spentMinor: number;
    /** The contact's own, else the business's. */
    timeZone: string;
    /** Days are `YYYY-MM-DD`. */
    birthday: string | null;
    note: string | null;
    consent: boolean;
    since: string;
    lastOrderAt: string | null;
    /** Fields of the owner's own making. */
    fields: Readonly<Record<string, unknown>>;
  };
  business: { name: string; currency: string; timeZone: string };
  /** The data of the event that started the run. */
  trigger: Readonly<Record<string, unknown>>;
  /** The order that the run is about, if any. */
  order: {
    number: number;
    totalMinor: number;
    state: string;
    deliveryKind: string;
    /** When it is to be picked up, or to come; the beginning of the slot. */
    pickupAt: string | null;
    placedAt: string;
    paidAt: string | null;
    deliveredAt: string | null;
  } | null;
  /** The booking that the run is about, if any. */
  booking: {
    number: number;
    /** In the client's language; several with commas. */
    service: string;
    staff: string;
    place: string;
    state: string;
    startsAt: string;
    endsAt: string;
    madeAt: string;
    priceMinor: number;
    /** What was really paid, once the visit is done. */
    finalMinor: number | null;
    format: string;
    /** The client has said that they are coming to this time. */
    answered: boolean;
  } | null;
  /** What the business lets one person get, and what this one got lately. */
  limits: {
    caps: readonly Cap[];
    /** Within the longest cap, oldest first. */
    sent: readonly { class: CappedClass; at: string }[];
  };
};

export type CappedClass = 'service' | 'marketing';
/** At most `most` messages of a class within the last `hours` hours, over all automations. */
export type Cap = { class: CappedClass; most: number; hours: number };
