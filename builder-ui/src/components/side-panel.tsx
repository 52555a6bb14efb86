import { ActionIcon, FocusTrap } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../words.tsx';

/**
 * What was opened from a list, beside it: the list stays in reach. On a phone it is a sheet over the page, which keeps
 * the focus. Escape closes; the focus goes back to where it came from.
 */
export function SidePanel({
  label,
  head,
  actions,
  foot,
  onClose,
  children,
}: {
  label: string;
  head: ReactNode;
  actions?: ReactNode;
  foot?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const phone = useMediaQuery('(max-width: 767px)') ?? false;
  const panel = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    panel.current?.focus();
    // What lies above closes first: a dialog, a menu, the list of a field, an item that is lifted. Looked at before any of them hears of it.
    let above = false;
    const look = () => (above = isSomethingAbove());
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !above) close.current();
    };
    document.addEventListener('keydown', look, true);
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', look, true);
      document.removeEventListener('keydown', listen);
      before?.focus?.();
    };
  }, []);
  return (
    <FocusTrap active={phone} innerRef={panel}>
      <aside className="side" aria-label={label} tabIndex={-1} style={{ outline: 'none' }}>
        <header className="side-head">
          <div className="sp">{head}</div>
          {actions}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={phone ? 40 : 32}
            aria-label={t('web.close')}
            onClick={onClose}
          >
            <IconX size={18} />
          </ActionIcon>
        </header>
        <div className="side-body">{children}</div>
        {foot && <footer className="side-foot">{foot}</footer>}
      </aside>
    </FocusTrap>
  );
}

const FLOATING =
  '.mantine-Modal-content, .mantine-Popover-dropdown, .mantine-Menu-dropdown, [data-handle][aria-pressed="true"]';

/** Closed lists stay in the page, unseen. */
function isSomethingAbove(): boolean {
  return [...document.querySelectorAll(FLOATING)].some((one) => one.getClientRects().length > 0);
}
