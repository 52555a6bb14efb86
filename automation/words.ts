/** Words of the language itself (titles, sentences), in both languages of the product. */
export type Words = { ru: string; en: string };
export type Language = keyof Words;

/** A duration as people say it: "2 minutes", "1 day 3 hours". */
export function durationWords(duration: string, language: Language): string {
  const found = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration);
  if (!found) return duration;
  const units = ['week', 'day', 'hour', 'minute', 'second'] as const;
  const parts = units.flatMap((unit, index) => {
    const amount = found[index + 1];
    return amount === undefined
      ? []
      : [new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(amount))];
  });
  return parts.join(' ') || duration;
}
