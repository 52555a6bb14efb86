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
  /** Tax system for 54-FZ receipts, 1 to 6. */
  taxSystemCode: number;
};

export const defaultSettings: BusinessSettings = {
  paymentDeadlineSeconds: 900,
  courierFeeMinor: 30_000,
  pickupAddress: { ru: 'ул. Баумана, 12', en: '12 Baumana St' },
  pickupFromHour: 10,
  pickupToHour: 20,
  lowStock: 5,
  taxSystemCode: 2,
};

export function settingsOf(business: { settings: Partial<BusinessSettings> }): BusinessSettings {
  return { ...defaultSettings, ...business.settings };
}
