import { useMemo } from 'react';
import type { Draft } from '../../../canvas/draft.ts';
import { useWords } from '../../../words.tsx';
import { changeWords } from './change-words.ts';

/** What is different in the second drawing, a sentence each; nothing until both are there. */
export function useChanges(before: Draft | undefined, after: Draft | undefined, most?: number): string[] {
  const words = useWords();
  return useMemo(() => (before && after ? changeWords(before, after, words, most) : []), [before, after, words, most]);
}
