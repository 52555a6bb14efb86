type Language = 'ru' | 'en';
type Hours = { from: string; to: string } | null;

/** When a business is open, days alike together, from Monday: "пн–пт 10:00–20:00, сб 11:00–16:00". Closed days are left out. */
export function workingHours(language: Language, week: readonly Hours[]): string {
  const parts: { first: number; last: number; hours: string }[] = [];
  week.forEach((hours, day) => {
    if (hours === null) return;
    const said = `${hours.from}–${hours.to}`;
    const last = parts.at(-1);
    if (last && last.hours === said && last.last === day - 1) last.last = day;
    else parts.push({ first: day, last: day, hours: said });
  });
  return parts
    .map(({ first, last, hours }) => {
      const days =
        first === last
          ? weekday(language, first)
          : `${weekday(language, first)}${last === first + 1 ? ', ' : '–'}${weekday(language, last)}`;
      return `${days} ${hours}`;
    })
    .join(', ');
}

/** The name of a day, 0 for Monday. */
export function weekday(language: Language, day: number, style: 'short' | 'long' = 'short'): string {
  const format = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { weekday: style, timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return format.format(new Date(Date.UTC(2024, 0, 1 + day)));
}
