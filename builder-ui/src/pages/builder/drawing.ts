import { createContext, useContext } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { FieldNames } from '#automation/condition-words.ts';
import type { Issue } from '#automation/validate.ts';

export type Counts = { waiting: number; passed: number; failed: number };
export type Mark = 'added' | 'changed' | 'removed';

/**
 * What a drawing shows beside the steps themselves. Apart from React Flow's nodes, so that a count that changes draws
 * one step again, and not the chain.
 */
export type Drawing = {
  counts: Readonly<Record<string, Counts>>;
  /** How many went a way, by `from:port`. */
  passed: Readonly<Record<string, number>>;
  problems: ReadonlyMap<string, readonly Issue[]>;
  marks: Readonly<Record<string, Mark>>;
  /** Where one person went: nothing else is lit. */
  path: { nodes: Readonly<Record<string, { times: number }>>; ways: ReadonlySet<string> } | undefined;
  /** What the chain calls what its steps leave behind. */
  names: FieldNames | undefined;
  /** How near one looks: under 60 % and under 35 % there is less to draw. */
  near: 'near' | 'mid' | 'far';
};

export const emptyDrawing: Drawing = {
  counts: {},
  passed: {},
  problems: new Map(),
  marks: {},
  path: undefined,
  names: undefined,
  near: 'near',
};

export type DrawingStore = StoreApi<Drawing>;
export const createDrawing = (start: Partial<Drawing> = {}): DrawingStore =>
  createStore<Drawing>(() => ({ ...emptyDrawing, ...start }));

export const DrawingContext = createContext<DrawingStore | undefined>(undefined);

export function useDrawingStore(): DrawingStore {
  const store = useContext(DrawingContext);
  if (!store) throw new Error('outside of DrawingContext');
  return store;
}

export function useDrawing<T>(take: (drawing: Drawing) => T): T {
  return useStore(useDrawingStore(), take);
}

/** What can be done from the drawing itself; a drawing that is only looked at has none. */
export type DrawingActions = {
  addAfter(from: string, port: string): void;
  people(nodeId: string): void;
  writeNote(id: string, text: string): void;
  sizeNote(id: string, size: { width: number; height: number }): void;
};
export const ActionsContext = createContext<DrawingActions | undefined>(undefined);
export const useActions = (): DrawingActions | undefined => useContext(ActionsContext);

export const nearness = (zoom: number): Drawing['near'] => (zoom < 0.35 ? 'far' : zoom < 0.6 ? 'mid' : 'near');
