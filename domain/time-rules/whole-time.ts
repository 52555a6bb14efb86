/** Weeks, days and a time: what nearly every wait and offset is written in. Months and years go by the calendar. */
const WHOLE = /^([+-]?)P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * An ISO 8601 duration as days, which follow the wall clock, and an exact rest; both may be negative. Undefined where
 * the calendar must be asked: it would answer the same, and takes thirty times as long.
 */
export function wholeTime(duration: string): { days: number; exactMs: number } | undefined {
  const whole = WHOLE.exec(duration);
  if (!whole) return undefined;
  const [, sign, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = whole;
  const back = sign === '-' ? -1 : 1;
  return {
    days: back * (Number(weeks) * 7 + Number(days)),
    exactMs: back * (Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1_000),
  };
}
