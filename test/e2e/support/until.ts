/** Only turns a hang into words; whoever writes a story may want the words sooner. */
export const patienceMs = Number(process.env['TAKT_E2E_PATIENCE_SECONDS'] || 180) * 1000;

/** Waits until a condition holds, and gives back what made it true. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false | null> | T | undefined | false | null,
  seen: () => unknown = () => '',
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}. ${String(await seen())}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
