import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../words.tsx';

/**
 * Nothing unsaved is lost by accident: links, closing and the browser itself ask first. `guard` is for what is not a
 * link; the dialog is rendered by whoever edits.
 */
export function useUnsaved(dirty: boolean): { guard: (go: () => void) => void; dialog: ReactNode } {
  const { t } = useWords();
  const navigate = useNavigate();
  const [wanted, want] = useState<(() => void) | undefined>();
  const now = useRef(dirty);
  now.current = dirty;
  useEffect(() => {
    if (!dirty) return undefined;
    const click = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[href]');
      if (!link || link.origin !== location.origin || (link.target !== '' && link.target !== '_self')) return;
      event.preventDefault();
      event.stopPropagation();
      const to = `${link.pathname}${link.search}${link.hash}`;
      want(() => () => void navigate(to));
    };
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', click, true);
    window.addEventListener('beforeunload', unload);
    return () => {
      document.removeEventListener('click', click, true);
      window.removeEventListener('beforeunload', unload);
    };
  }, [dirty, navigate]);
  return {
    guard: (go) => (now.current ? want(() => go) : go()),
    dialog: wanted && (
      <Modal
        opened
        onClose={() => want(undefined)}
        title={t('web.services.leave_title')}
        closeButtonProps={{ 'aria-label': t('web.close') }}
      >
        <div className="col g12">
          <p className="s t2">{t('web.services.leave_lead')}</p>
          <div className="row wrap" style={{ justifyContent: 'flex-end' }}>
            <Button
              variant="default"
              onClick={() => {
                want(undefined);
                wanted();
              }}
            >
              {t('web.services.leave_go')}
            </Button>
            <Button data-autofocus onClick={() => want(undefined)}>
              {t('web.services.leave_stay')}
            </Button>
          </div>
        </div>
      </Modal>
    ),
  };
}
