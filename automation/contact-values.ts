import { z } from 'zod';
import { normalisePhone } from '#domain/contacts/phone.ts';
import { isTimeZone } from '#domain/time.ts';

type Value = string | number | boolean | null;
type Fit = { ok: true; value: Value } | { ok: false; reason: string };

/** A value made fit for a field of the contact, or why it is none. The same in the browser and on the server. */
export function fitContactField(field: string, value: Value): Fit {
  const clear = value === null || value === '';
  const text = typeof value === 'string' ? value.trim() : value === null ? '' : String(value);
  switch (field) {
    case 'name':
      return text === '' || text.length > 120 ? no('name_invalid') : yes(text);
    case 'language':
      return text === 'ru' || text === 'en' ? yes(text) : no('language_invalid');
    case 'consent':
      return typeof value === 'boolean' ? yes(value) : no('flag_invalid');
    case 'phone': {
      if (clear) return yes(null);
      const phone = normalisePhone(text);
      return phone ? yes(phone) : no('phone_invalid');
    }
    case 'email':
      return clear ? yes(null) : isEmail(text) ? yes(text.toLowerCase()) : no('email_invalid');
    case 'timeZone':
      return clear ? yes(null) : isTimeZone(text) ? yes(text) : no('zone_invalid');
    case 'birthday': {
      if (clear) return yes(null);
      const day = readDay(text);
      return day ? yes(day) : no('date_invalid');
    }
    case 'note':
      return yes(clear ? null : text.slice(0, 2_000));
    default:
      return yes(typeof value === 'string' ? value.slice(0, 2_000) : value);
  }
}

export const isEmail = (text: string): boolean => text.length <= 254 && z.email().safeParse(text).success;

/** A day as people write it: 2026-03-08, 08.03.2026, 8.3.2026, 08/03/2026; as `YYYY-MM-DD`, or undefined. */
export function readDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (!year || !month || !day) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real && Number(year) >= 1900 ? date.toISOString().slice(0, 10) : undefined;
}

const yes = (value: Value): Fit => ({ ok: true, value });
const no = (reason: string): Fit => ({ ok: false, reason });
