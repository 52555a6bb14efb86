import { longId, shortId } from '#platform/ids.ts';
import { env } from '#platform/env.ts';
import { seal, unseal } from '#platform/secrets.ts';

type Address = { businessId: string; bookingId: string };
/** Another secret of ours that was sealed with the same key is no address. */
const KIND = 'calendar';

/**
 * Where a visit's calendar file is found; whoever has the address may read it. Undefined where phones cannot reach us:
 * Telegram takes no button with an address that is nobody's.
 */
export function calendarLink(
  at: Address,
  options: { publicUrl: string; reachable: boolean } = {
    publicUrl: env.publicUrl,
    reachable: env.hasPublicUrl || env.demoBot,
  },
): string | undefined {
  return options.reachable ? `${options.publicUrl}/api/calendar/${calendarToken(at)}.ics` : undefined;
}

export const calendarToken = ({ businessId, bookingId }: Address): string =>
  seal(`${KIND}:${shortId(businessId)}:${shortId(bookingId)}`);

/** Undefined for a token that is not ours. */
export function readCalendarToken(token: string): Address | undefined {
  try {
    const [kind, business = '', booking = ''] = unseal(token).split(':');
    const businessId = longId(business);
    const bookingId = longId(booking);
    return kind === KIND && businessId && bookingId ? { businessId, bookingId } : undefined;
  } catch {
    return undefined;
  }
}
