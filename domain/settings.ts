import { defaultBookingRules, type BookingRules } from './bookings/rules.ts';

/** Wall clock of the business, "09:30"; a day may end at "24:00". */
export type DayHours = { from: string; to: string };
export type Notices = {
  newOrder: boolean;
  paidOrder: boolean;
  freeText: boolean;
  refund: boolean;
  bookings: boolean;
};

/** How many automated messages of a class one client gets at most; null: as many as there are. */
export type MessageCaps = Record<'service' | 'marketing', { perDay: number | null; perWeek: number | null }>;

/** What an owner can set. Missing fields take these defaults. */
export type BusinessSettings = {
  /** How long an order waits for its payment, in seconds. */
  paymentDeadlineSeconds: number;
  /** Flat fee of the courier, in minor units. */
  courierFeeMinor: number;
  /** Where orders are picked up. */
  pickupAddress: { ru: string; en: string };
  /** First and last hour at which one can pick up, wall clock of the business, half-open. */
  pickupFromHour: number;
  pickupToHour: number;
  /** "N left" is shown at this many pieces and fewer. */
  lowStock: number;
  /** When people are there, from Monday; null is a day off. Seven nulls: nothing is told. */
  workingHours: (DayHours | null)[];
  /** Which messages staff get in Telegram. */
  notices: Notices;
  /** Over all automations together. */
  messageCaps: MessageCaps;
  /** Tax system for 54-FZ receipts, 1 to 6. */
  taxSystemCode: number;
  booking: BookingRules;
};

export const defaultSettings: BusinessSettings = {
  paymentDeadlineSeconds: 900,
  courierFeeMinor: 30_000,
  pickupAddress: { ru: 'ул. Баумана, 12', en: '12 Baumana St' },
  pickupFromHour: 10,
  pickupToHour: 20,
  lowStock: 5,
  workingHours: [null, null, null, null, null, null, null],
  notices: { newOrder: true, paidOrder: true, freeText: false, refund: true, bookings: true },
  messageCaps: { service: { perDay: null, perWeek: null }, marketing: { perDay: null, perWeek: null } },
  taxSystemCode: 2,
  booking: defaultBookingRules,
};

export function settingsOf(business: { settings: Partial<BusinessSettings> }): BusinessSettings {
  const { settings } = business;
  return {
    ...defaultSettings,
    ...settings,
    notices: { ...defaultSettings.notices, ...settings.notices },
    booking: { ...defaultBookingRules, ...settings.booking },
  };
}
