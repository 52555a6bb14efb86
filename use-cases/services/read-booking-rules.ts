import type { BookingRules } from '#domain/bookings/rules.ts';
import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { reminderVariables, type ReminderVariable } from './reminder-text.ts';

/** How the business takes bookings, and what the texts of its reminders can name. */
export async function readBookingRules(
  tx: Tx,
): Promise<{ rules: BookingRules; variables: readonly ReminderVariable[] }> {
  const [business] = await tx.sql<{ settings: Partial<BusinessSettings> }>(
    'select settings from business where id = ?',
    [tx.businessId],
  );
  return { rules: settingsOf(business ?? { settings: {} }).booking, variables: reminderVariables };
}
