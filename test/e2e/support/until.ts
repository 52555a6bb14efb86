const LONG_MS = 180_000;

/** Waits until a condition holds, and gives back what made it true. The limit only turns a hang into words. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false | null> | T | undefined | false | null,
  seen: () => unknown = () => '',
): Promise<T> {
  const end = Date.now() + LONG_MS;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}. ${String(await seen())}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
