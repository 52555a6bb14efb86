const MOST = 200;

/** What is drawn, what it was before, and what was taken back. `field`: typing on in it is one entry. */
export type History<T> = { present: T; past: readonly T[]; future: readonly T[]; field: string | undefined };

export const begin = <T>(present: T): History<T> => ({ present, past: [], future: [], field: undefined });

/** Something was done. Done to the same `field` in a row it is one entry, as is a drag that is told at its end. */
export function did<T>(history: History<T>, present: T, field?: string): History<T> {
  if (present === history.present) return history;
  if (field !== undefined && field === history.field) return { ...history, present, future: [] };
  return { present, past: [...history.past, history.present].slice(-MOST), future: [], field };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    present: before,
    past: history.past.slice(0, -1),
    future: [history.present, ...history.future],
    field: undefined,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { present: next, past: [...history.past, history.present], future, field: undefined };
}

/** Somebody went elsewhere: what is typed next is an entry of its own. */
export const settled = <T>(history: History<T>): History<T> =>
  history.field === undefined ? history : { ...history, field: undefined };
