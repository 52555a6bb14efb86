import { pause } from './product.ts';

export type ProviderPayment = {
  id: string;
  status: string;
  amount: { value: string };
  refunded_amount?: { value: string };
  metadata?: { attemptId?: string };
};
export type Cashier = ReturnType<typeof openCashier>;

/** The payment emulator's side of a story: people pay, banks decline, links close. One deed at a time. */
export function openCashier(url: string) {
  let queue: Promise<unknown> = Promise.resolve();

  async function call<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
    for (;;) {
      const answer = await fetch(`${url}${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch(() => undefined);
      if (answer && answer.status < 500) return { status: answer.status, body: (await answer.json()) as T };
      await pause(200);
    }
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work, work);
    queue = done.catch(() => undefined);
    return done;
  };
  const deed = (id: string, what: 'pay' | 'decline' | 'expire', silently: boolean): Promise<boolean> =>
    inTurn(async () => {
      if (silently) await call('PUT', '/emulator/faults', { dropNotifications: true });
      const { status } = await call('POST', `/emulator/payments/${id}/${what}`);
      if (silently) await call('PUT', '/emulator/faults', { dropNotifications: false });
      return status === 200;
    });
  return {
    /** `silently`: the provider's notification is lost. False when the payment was decided before. */
    pay: (id: string, silently = false) => deed(id, 'pay', silently),
    decline: (id: string) => deed(id, 'decline', false),
    expire: (id: string) => deed(id, 'expire', false),
    faults: (change: Record<string, unknown>) => call('PUT', '/emulator/faults', change),
    payments: async () => (await call<ProviderPayment[]>('GET', '/emulator/payments')).body,
  };
}
