import { randomUUID } from 'node:crypto';
import type { PaymentFaults } from './server.ts';
import type { PendingNotification, Shop } from './shop.ts';

export type NotifierOptions = {
  url: () => string | undefined;
  faults: () => PaymentFaults;
  backOffMs: { first: number; most: number };
};
const dayMs = 24 * 3600 * 1000;

/** Tells the shop what happened, again and again until it answers 200, for a day at most. */
export function createNotifier(shop: () => Shop, options: NotifierOptions) {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };

  async function attempt(note: PendingNotification): Promise<void> {
    const url = options.url();
    if (closed || !url) return;
    const arrived = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(note.body),
      signal: AbortSignal.timeout(10_000),
    }).then(
      async (answer) => (await answer.arrayBuffer(), answer.status === 200),
      () => false,
    );
    if (closed) return;
    if (arrived || Date.now() - note.at > dayMs) return shop().saveNotification({ id: note.id, done: true });
    note.tries += 1;
    shop().saveNotification(note);
    later(Math.min(options.backOffMs.most, options.backOffMs.first * 2 ** (note.tries - 1)), () => void attempt(note));
  }

  return {
    send(event: string, object: unknown): void {
      const { dropNotifications, duplicateNotifications, shuffleNotifications } = options.faults();
      if (dropNotifications || !options.url()) return;
      const body = { type: 'notification', event, object: structuredClone(object) };
      for (let copy = 0; copy < (duplicateNotifications ? 3 : 1); copy += 1) {
        const note = { id: randomUUID(), body, at: Date.now(), tries: 0 };
        shop().saveNotification(note);
        later(shuffleNotifications ? Math.random() * 1500 : 0, () => void attempt(note));
      }
    },
    resume(): void {
      for (const note of shop().notifications.values()) void attempt(note);
    },
    close(): void {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
