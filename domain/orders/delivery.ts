/** When a client comes for an order: a day of the business's calendar and an hour of its wall clock. */
export type DeliverySlot = { date: string; fromHour: number; toHour: number };

export type DeliveryChoice = { kind: 'pickup'; slot: DeliverySlot } | { kind: 'courier'; address: string };
