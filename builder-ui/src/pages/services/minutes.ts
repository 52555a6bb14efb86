import type { Words } from '../../words.tsx';

/** "45 мин", "1 ч 30 мин", "2 ч". */
export function minutesWords({ t }: Pick<Words, 't'>, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [t('web.services.hours', { count: hours })] : []),
    ...(rest > 0 || hours === 0 ? [t('web.services.minutes', { count: rest })] : []),
  ];
  return parts.join(' ').replaceAll(' ', '\u00a0');
}
