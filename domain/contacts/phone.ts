/**
 * A phone number as +digits, or undefined when it is none. Russian habits are understood: 8 and 7 in front of ten
 * digits, or ten digits that begin with 9. Other countries need the plus.
 */
export function normalisePhone(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^\+?[\d\s().\-\u00a0\u2010-\u2015]+$/.test(trimmed)) return undefined;
  const digits = trimmed.replaceAll(/\D/g, '');
  if (trimmed.startsWith('+')) {
    if (digits.startsWith('7')) return digits.length === 11 ? `+${digits}` : undefined;
    return digits.length >= 8 && digits.length <= 15 && !digits.startsWith('0') ? `+${digits}` : undefined;
  }
  if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`;
  if (digits.length === 10 && digits.startsWith('9')) return `+7${digits}`;
  return undefined;
}

/** The number as people read it: +7 912 345-67-89. Numbers of other countries stay as they are. */
export function readablePhone(phone: string): string {
  return phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7\u00a0$1\u00a0$2-$3-$4');
}
