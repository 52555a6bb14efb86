import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words.tsx';

/** What comes from below on a phone. */
export function Sheet({
  opened,
  title,
  returnFocus,
  onClose,
  onExited,
  children,
}: {
  opened: boolean;
  title: string;
  returnFocus: boolean;
  onClose: () => void;
  onExited?: (() => void) | undefined;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={title}
      returnFocus={returnFocus}
      overlayProps={{ backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 180, ...(onExited ? { onExited } : {}) }}
      closeButtonProps={{ 'aria-label': t('web.close'), size: 44, iconSize: 22 }}
      classNames={{ content: 'sheet', title: 'sheet-title' }}
    >
      {children}
    </Drawer>
  );
}
