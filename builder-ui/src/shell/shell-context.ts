import { createContext, useContext } from 'react';

export type Shell = {
  openPalette(): void;
  openNotices(): void;
  /** Notifications that the caller has not read. */
  unread: number;
};

/** What the frame offers to the pages in it. */
export const ShellContext = createContext<Shell>({ openPalette() {}, openNotices() {}, unread: 0 });
export const useShell = (): Shell => useContext(ShellContext);
