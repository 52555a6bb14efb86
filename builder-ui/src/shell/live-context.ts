import { createContext, useContext } from 'react';

/** Since when the page hears nothing; undefined while it is up to date. */
export const LiveContext = createContext<Date | undefined>(undefined);
export const useLostAt = (): Date | undefined => useContext(LiveContext);
