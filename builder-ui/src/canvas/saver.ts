import type { Draft } from './draft.ts';

/** What somebody else saved meanwhile. */
export type Theirs = { revision: number; document: Draft; savedBy: string | null; savedAt: string | null };
export type SaverState =
  | { is: 'saved' }
  | { is: 'waiting' }
  | { is: 'saving' }
  /** Kept in this browser, sent as soon as the server answers again. */
  | { is: 'offline'; since: number }
  | { is: 'conflict'; mine: Draft; theirs: Theirs }
  /** The server will not take it; nothing is lost, and the next change is tried again. */
  | { is: 'refused'; error: unknown };

export type Answer =
  | { is: 'saved'; revision: number }
  | { is: 'conflict'; theirs: Theirs }
  | { is: 'unreachable' }
  | { is: 'refused'; error: unknown };

export type SaverParts = {
  send(revision: number, document: Draft): Promise<Answer>;
  /** Where a copy stays until the server has it. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  key: string;
  later(ms: number, work: () => void): () => void;
  now(): number;
  onState(state: SaverState): void;
};

const PAUSE_MS = 600;
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000];

/**
 * Saves a drawing by itself: a moment after the last change, one request at a time, over the revision that was read.
 * What cannot be sent is kept in the browser, and sent later, after a reload too.
 */
export function createSaver(parts: SaverParts, start: { revision: number }) {
  let revision = start.revision;
  let pending: Draft | undefined;
  let sending: Promise<void> | undefined;
  let cancel: () => void = () => {};
  let failures = 0;
  let state: SaverState = { is: 'saved' };
  let stopped = false;

  const tell = (next: SaverState) => {
    state = next;
    if (!stopped) parts.onState(next);
  };

  function change(document: Draft): void {
    pending = document;
    if (state.is === 'conflict') {
      tell({ ...state, mine: document });
      keep();
      return;
    }
    if (state.is === 'offline') keep();
    else tell({ is: sending ? 'saving' : 'waiting' });
    if (state.is !== 'offline') plan(PAUSE_MS);
  }

  function plan(ms: number): void {
    cancel();
    cancel = parts.later(ms, () => void push());
  }

  /** Sends what waits; a second call joins the first. */
  function push(): Promise<void> {
    cancel();
    sending ??= work().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  async function work(): Promise<void> {
    while (pending !== undefined && state.is !== 'conflict') {
      const document: Draft = pending;
      keep();
      if (state.is !== 'offline') tell({ is: 'saving' });
      const answer = await parts.send(revision, document);
      if (answer.is === 'saved') {
        revision = answer.revision;
        failures = 0;
        if (pending === document) pending = undefined;
        keep();
        tell({ is: pending ? 'saving' : 'saved' });
        continue;
      }
      if (answer.is === 'conflict') {
        tell({ is: 'conflict', mine: pending, theirs: answer.theirs });
        return;
      }
      if (answer.is === 'unreachable') {
        tell({ is: 'offline', since: state.is === 'offline' ? state.since : parts.now() });
        plan(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]!);
        failures += 1;
        return;
      }
      tell({ is: 'refused', error: answer.error });
      return;
    }
  }

  function keep(): void {
    try {
      if (pending === undefined) parts.storage.removeItem(parts.key);
      else parts.storage.setItem(parts.key, JSON.stringify({ revision, document: pending }));
    } catch {
      // A full storage: the page itself still holds it, and leaving the page is asked about.
    }
  }

  return {
    change,
    push,
    /** @returns the revision under which everything is saved; undefined when it could not be saved now. */
    async flush(): Promise<number | undefined> {
      await push();
      return pending === undefined && state.is !== 'conflict' ? revision : undefined;
    },
    /** Somebody else's revision was read while nothing of ours waited. @returns whether it was taken. */
    adopt(next: number): boolean {
      if (pending !== undefined || sending || next <= revision) return false;
      revision = next;
      return true;
    },
    /** `mine` is saved over theirs; `theirs` lets ours go. */
    resolve(choice: 'mine' | 'theirs'): void {
      if (state.is !== 'conflict') return;
      revision = state.theirs.revision;
      if (choice === 'theirs') {
        pending = undefined;
        keep();
        tell({ is: 'saved' });
        return;
      }
      tell({ is: 'saving' });
      void push();
    },
    /** Whether leaving now would lose something that is kept nowhere. */
    unsaved: (): boolean => pending !== undefined,
    /** Writes what waits into the browser: the page is being left. */
    keep,
    revision: (): number => revision,
    stop(): void {
      stopped = true;
      cancel();
      keep();
    },
  };
}

export type Saver = ReturnType<typeof createSaver>;

/** What an earlier visit could not send. */
export function keptDraft(
  storage: Pick<Storage, 'getItem'>,
  key: string,
  read: (document: unknown) => Draft | undefined,
): { revision: number; document: Draft } | undefined {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? 'null') as { revision?: unknown; document?: unknown } | null;
    const document = kept && read(kept.document);
    return kept && document && typeof kept.revision === 'number' ? { revision: kept.revision, document } : undefined;
  } catch {
    return undefined;
  }
}
