import { notifications } from '@mantine/notifications';
import { lazy, Suspense } from 'react';
import type { Automation } from '../../api.ts';
import { useWords } from '../../words.tsx';
import type { CardDialog } from './automation-card.tsx';

// The condition builder and the automation language come with them.
const StartDialog = lazy(async () => ({ default: (await import('./start/start-dialog.tsx')).StartDialog }));
const FailuresPanel = lazy(async () => ({ default: (await import('./failures/failures-panel.tsx')).FailuresPanel }));
const WebhookPanel = lazy(async () => ({ default: (await import('./webhook/webhook-panel.tsx')).WebhookPanel }));
const ResumeDialog = lazy(async () => ({ default: (await import('./resume-dialog.tsx')).ResumeDialog }));

/** What a card of the list opens: over the list, which stays where it was. */
export function CardDialogs({
  automation,
  dialog,
  owner,
  onClose,
}: {
  automation: Automation | undefined;
  dialog: CardDialog | undefined;
  owner: boolean;
  onClose(): void;
}) {
  const { t } = useWords();
  if (!automation || !dialog) return null;
  return (
    <Suspense>
      {dialog === 'start' && <StartDialog automation={automation} onClose={onClose} />}
      {dialog === 'failures' && <FailuresPanel automation={automation} owner={owner} onClose={onClose} />}
      {dialog === 'webhook' && <WebhookPanel automation={automation} onClose={onClose} />}
      {dialog === 'resume' && (
        <ResumeDialog
          automation={automation}
          onClose={onClose}
          onResumed={() => {
            onClose();
            notifications.show({ message: t('web.builder.done.resume'), color: 'takt', autoClose: 4_000 });
          }}
        />
      )}
    </Suspense>
  );
}
