import type { LogEntry } from '../interpreter.ts';

/** One decision: when, who, where, what, and the values that decided. `refused`: why a person did not enter. */
export type TraceLine = {
  at: string;
  run: string | null;
  node: string | null;
  kind: LogEntry['kind'] | 'refused';
  facts: Record<string, unknown>;
};

export type Trace = {
  trace: TraceLine[];
  messages: { at: string; run: string; node: string; class: string; text: string; buttons: string[] }[];
  /** Where everybody stands when the story is over. */
  runs: { run: string; state: string; node: string | null }[];
  endedAt: string;
  steps: number;
  /** The story went on without end and was cut off. */
  cutOff: boolean;
};
