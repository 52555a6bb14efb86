/** What the emulator does wrong on purpose. Only methods that a person would notice are touched. */
export type Faults = {
  deliverTwice: boolean;
  /** Every N-th request is executed, but its answer never arrives; 0 = off. */
  loseAnswersEvery: number;
  /** The next `times` requests are answered 429. */
  tooManyRequests: { retryAfterSeconds: number; times: number } | null;
  slowMs: number;
  /** Every N-th request is answered 502 and not executed; 0 = off. */
  failEvery: number;
};
export const noFaults: Faults = {
  deliverTwice: false,
  loseAnswersEvery: 0,
  tooManyRequests: null,
  slowMs: 0,
  failEvery: 0,
};

export function createFaults() {
  let faults: Faults = { ...noFaults };
  let counted = 0;
  return {
    get: (): Faults => faults,
    put(change: Partial<Faults>): Faults {
      faults = { ...faults, ...change };
      counted = 0;
      return faults;
    },
    touches: (method: string) => /^(send|edit|delete(Message|Messages)$|answer|copy|forward)/.test(method),
    next(): { refuse?: 'fail' | { retryAfterSeconds: number }; lose: boolean; slowMs: number } {
      counted += 1;
      const slowMs = faults.slowMs;
      const limited = faults.tooManyRequests;
      if (limited && limited.times > 0) {
        faults = { ...faults, tooManyRequests: limited.times > 1 ? { ...limited, times: limited.times - 1 } : null };
        return { refuse: { retryAfterSeconds: limited.retryAfterSeconds }, lose: false, slowMs };
      }
      if (faults.failEvery > 0 && counted % faults.failEvery === 0) return { refuse: 'fail', lose: false, slowMs };
      return { lose: faults.loseAnswersEvery > 0 && counted % faults.loseAnswersEvery === 0, slowMs };
    },
  };
}
export type FaultBox = ReturnType<typeof createFaults>;
