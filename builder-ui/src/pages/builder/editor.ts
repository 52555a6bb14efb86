import { createContext, useContext } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import { idsOf, nodeOf, portsAt, TRIGGER, type Draft } from '../../canvas/draft.ts';
import { begin, did, redo, settled, undo, type History } from '../../canvas/history.ts';
import * as commands from '../../canvas/commands.ts';
import { duplicated, pasted, readCopied } from '../../canvas/clipboard.ts';

/** Where a new step is to go: after a way out, or, without one, at the end of the chain. */
export type Place = { from: string; port: string };

export type Editor = {
  history: History<Draft>;
  selected: ReadonlySet<string>;
  /** The way that is selected, as `from:port`. */
  way: string | undefined;
  /** The step that the keyboard is at. */
  focus: string;
  /** Whose form is open; `settings` for the whole chain. */
  open: string | undefined;
  /** A path inside its config that somebody was led to. */
  field: string | undefined;
  /** A step to bring into view, and the focus with it or into its form; the number grows with each wish. */
  wish: { id: string; number: number; into: 'step' | 'form' };
  /** The step that the arrow keys carry. */
  lifted: string | undefined;
  picking: Place | 'anywhere' | undefined;
  readOnly: boolean;
};

type Going = {
  open?: boolean;
  /** Where the keyboard goes: a mouse leaves it at the step, so that Delete means the step. */
  into?: Editor['wish']['into'];
  field?: string | undefined;
};

export type EditorStore = ReturnType<typeof createEditor>;

/** What is being drawn and where somebody is in it. Every change goes through here, and can be undone. */
export function createEditor(draft: Draft, readOnly: boolean) {
  const store = createStore<Editor>(() => ({
    history: begin(draft),
    selected: new Set<string>(),
    way: undefined,
    focus: TRIGGER,
    open: undefined,
    field: undefined,
    wish: { id: TRIGGER, number: 0, into: 'step' },
    lifted: undefined,
    picking: undefined,
    readOnly,
  }));
  const { getState: get, setState: set } = store;
  const present = () => get().history.present;

  function change(next: Draft, field?: string): void {
    if (get().readOnly) return;
    set((state) => ({ history: did(state.history, next, field) }));
  }
  /** What is gone can be neither selected nor open. */
  function tidy(): void {
    const ids = idsOf(present());
    set((state) => ({
      selected: new Set([...state.selected].filter((id) => ids.has(id))),
      focus: ids.has(state.focus) ? state.focus : TRIGGER,
      open: state.open !== undefined && state.open !== 'settings' && !ids.has(state.open) ? undefined : state.open,
      way: undefined,
      lifted: undefined,
    }));
  }
  function goTo(id: string, { open = false, into = 'step', field }: Going = {}): void {
    set((state) => ({
      selected: new Set([id]),
      way: undefined,
      focus: id,
      lifted: undefined,
      wish: { id, number: state.wish.number + 1, into },
      ...(open
        ? { open: id, field }
        : state.open === undefined || state.open === 'settings'
          ? {}
          : { open: id, field }),
      history: settled(state.history),
    }));
  }

  return {
    store,
    present,
    change,
    goTo,
    undo() {
      if (get().readOnly) return;
      set((state) => ({ history: undo(state.history) }));
      tidy();
    },
    redo() {
      if (get().readOnly) return;
      set((state) => ({ history: redo(state.history) }));
      tidy();
    },
    /** A drawing from outside: another editor's, a restored version. What was done before cannot be undone into it. */
    replace(next: Draft) {
      set({ history: begin(next) });
      tidy();
    },
    select(ids: ReadonlySet<string>, way?: string) {
      const state = get();
      const only = ids.size === 1 ? [...ids][0] : undefined;
      const isStep = only !== undefined && (only === TRIGGER || nodeOf(present(), only) !== undefined);
      set({
        selected: ids,
        way,
        history: settled(state.history),
        ...(isStep ? { focus: only, field: undefined } : {}),
        // A form that is open follows the selection.
        ...(isStep && state.open !== undefined ? { open: only } : {}),
      });
    },
    openForm(id: string | undefined, field?: string) {
      set((state) => ({ open: id, field, history: settled(state.history) }));
    },
    closeForm() {
      const { open } = get();
      set((state) => ({
        open: undefined,
        field: undefined,
        wish: {
          id: open === 'settings' || open === undefined ? state.focus : open,
          number: state.wish.number + 1,
          into: 'step' as const,
        },
      }));
    },
    pick(place: Place | 'anywhere' | undefined) {
      if (!get().readOnly) set({ picking: place });
    },
    lift(id: string | undefined) {
      if (!get().readOnly) set((state) => ({ lifted: id, history: settled(state.history) }));
    },
    /** Puts a step after a way out and opens its form. */
    add(type: string, place: Place) {
      const { draft: next, id } = commands.addAfter(present(), place.from, place.port, type);
      change(next);
      goTo(id, { open: true, into: 'form' });
      return id;
    },
    remove(ids: ReadonlySet<string>) {
      const removable = new Set([...ids].filter((id) => id !== TRIGGER));
      if (removable.size === 0) return;
      const [first] = removable;
      const before = present().edges.find((edge) => edge.to === first && !removable.has(edge.from))?.from ?? TRIGGER;
      change(commands.remove(present(), removable));
      tidy();
      set((state) => ({
        focus: before,
        selected: new Set(),
        open: undefined,
        wish: { id: before, number: state.wish.number + 1, into: 'step' as const },
      }));
    },
    duplicate(ids: ReadonlySet<string>) {
      const { draft: next, ids: copies } = duplicated(present(), ids);
      if (copies.size === 0) return;
      change(next);
      show(copies);
    },
    /** @returns whether the text was a copy of steps. */
    paste(text: string, shift?: { x: number; y: number }): boolean {
      const piece = readCopied(text);
      if (!piece) return false;
      const { draft: next, ids } = pasted(present(), piece, shift);
      change(next);
      show(ids);
      return true;
    },
  };

  function show(ids: ReadonlySet<string>): void {
    const [first] = ids;
    set((state) => ({
      selected: ids,
      way: undefined,
      open: undefined,
      focus: first ?? TRIGGER,
      wish: { id: first ?? TRIGGER, number: state.wish.number + 1, into: 'step' as const },
    }));
  }
}

/** Where a step goes that was chosen without a place: after the selected one, else at the first open end. */
export function endOf(draft: Draft, selected: ReadonlySet<string>): Place {
  const led = new Set(draft.edges.map((edge) => `${edge.from}:${edge.port}`));
  const openAt = (id: string): Place | undefined => {
    const port = portsAt(draft, id).find((one) => !led.has(`${id}:${one.id}`));
    return port && { from: id, port: port.id };
  };
  const [chosen] = selected.size === 1 ? selected : [];
  if (chosen !== undefined) {
    const free = openAt(chosen);
    const first = portsAt(draft, chosen)[0];
    if (free) return free;
    if (first) return { from: chosen, port: first.id };
  }
  const reached: string[] = [TRIGGER];
  const seen = new Set(reached);
  for (const id of reached) {
    const free = openAt(id);
    if (free) return free;
    for (const edge of draft.edges) {
      if (edge.from !== id || seen.has(edge.to)) continue;
      seen.add(edge.to);
      reached.push(edge.to);
    }
  }
  return { from: TRIGGER, port: 'next' };
}

export const EditorContext = createContext<EditorStore | undefined>(undefined);

export function useEditor(): EditorStore {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('outside of EditorContext');
  return editor;
}

export function useEditorState<T>(take: (state: Editor) => T): T {
  return useStore(useEditor().store as StoreApi<Editor>, take);
}
