export type HourRow = { hour: string; automationId: string; automation: string; due: number };
/** A series of the chart: an automation, or what is left of them all (`null`). */
export type Series = { key: string; automationId: string | null; name: string };
export type HourSum = { hour: string; total: number; parts: Readonly<Record<string, number>> };

const HOUR_MS = 3_600_000;
const MOST_SERIES = 5;

/** The automations that have most to do; beyond five the rest is one series, so that colours can be told apart. */
export function seriesOf(rows: readonly HourRow[], restName: string): Series[] {
  const sums = new Map<string, { name: string; due: number }>();
  for (const row of rows) {
    const sum = sums.get(row.automationId) ?? { name: row.automation, due: 0 };
    sum.due += row.due;
    sums.set(row.automationId, sum);
  }
  const sorted = [...sums].sort(([, one], [, other]) => other.due - one.due);
  const shown = sorted.length > MOST_SERIES ? sorted.slice(0, MOST_SERIES - 1) : sorted;
  const series: Series[] = shown.map(([automationId, { name }], index) => ({ key: `s${index}`, automationId, name }));
  return sorted.length > MOST_SERIES ? [...series, { key: 'rest', automationId: null, name: restName }] : series;
}

/** Hours with something to do, each with what it is made of. */
export function sumHours(rows: readonly HourRow[], series: readonly Series[]): HourSum[] {
  const keyOf = (automationId: string) =>
    series.find((one) => one.automationId === automationId)?.key ?? series.at(-1)?.key ?? 'rest';
  const hours = new Map<string, { total: number; parts: Record<string, number> }>();
  for (const row of rows) {
    const sum = hours.get(row.hour) ?? { total: 0, parts: {} };
    const key = keyOf(row.automationId);
    sum.total += row.due;
    sum.parts[key] = (sum.parts[key] ?? 0) + row.due;
    hours.set(row.hour, sum);
  }
  return [...hours].map(([hour, sum]) => ({ hour, ...sum })).sort((one, other) => (one.hour < other.hour ? -1 : 1));
}

/** Every hour of the seven days from `now`, so that a chart keeps its distances. Earlier hours are overdue: they count as the first. */
export function everyHour(sums: readonly HourSum[], nowMs: number): HourSum[] {
  const first = Math.floor(nowMs / HOUR_MS) * HOUR_MS;
  const hours: { total: number; parts: Record<string, number> }[] = Array.from({ length: 7 * 24 + 1 }, () => ({
    total: 0,
    parts: {},
  }));
  for (const sum of sums) {
    const at = hours[Math.max(0, Math.floor((Date.parse(sum.hour) - first) / HOUR_MS))];
    if (!at) continue;
    at.total += sum.total;
    for (const [key, due] of Object.entries(sum.parts)) at.parts[key] = (at.parts[key] ?? 0) + due;
  }
  return hours.map((sum, index) => ({ hour: new Date(first + index * HOUR_MS).toISOString(), ...sum }));
}

export const fullest = (sums: readonly HourSum[]): HourSum | undefined =>
  sums.reduce<HourSum | undefined>(
    (best, one) => (best === undefined || one.total > best.total ? one : best),
    undefined,
  );
