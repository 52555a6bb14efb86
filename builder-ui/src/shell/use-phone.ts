import { useMediaQuery } from '@mantine/hooks';

/** A narrow screen, known before the first paint: the navigation does not jump. */
export const usePhone = (): boolean =>
  useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false }) ?? false;
