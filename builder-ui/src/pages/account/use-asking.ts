import { useState } from 'react';
import { Problem } from '../../api.ts';
import { errorWords } from '../../components/failure.tsx';
import { useWords } from '../../words.tsx';

/** One question to the server at a time: whether it is under way, and what stood in the way, in words. */
export function useAsking(known: (problem: Problem) => string | undefined = () => undefined) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>();
  async function ask(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setTrouble(undefined);
    try {
      await work();
    } catch (error) {
      setTrouble((error instanceof Problem && known(error)) || errorWords(words, error));
    } finally {
      setBusy(false);
    }
  }
  return { busy, trouble, ask };
}
