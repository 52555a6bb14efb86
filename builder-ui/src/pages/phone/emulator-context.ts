import { createContext, useContext } from 'react';
import type { Emulator } from './emulator.ts';

/** The emulator as the chosen bot sees it. */
export const EmulatorContext = createContext<Emulator | undefined>(undefined);

export function useChosenEmulator(): Emulator {
  const emulator = useContext(EmulatorContext);
  if (!emulator) throw new Error('the phone without its emulator');
  return emulator;
}
