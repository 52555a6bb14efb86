/** What a chain knows of the person and of what started it. Read afresh at every move. */
export type Facts = {
  contact: {
    id: string;
    name: string;
    firstName: string;
    language: 'ru' | 'en';
    phone: string | null;
    tags: readonly string[];
    ordersPaid: number;
    spentMinor: number;
  };
  business: { name: string; currency: string; timeZone: string };
  /** The data of the event that started the run. */
  trigger: Readonly<Record<string, unknown>>;
  /** The order that the run is about, if any. */
  order: { number: number; totalMinor: number; state: string; deliveryKind: string } | null;
};
