import { Button } from '@mantine/core';
import { IconHandClick } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';

const StartForClient = lazy(async () => ({
  default: (await import('../automations/start/start-for-client.tsx')).StartForClient,
}));

/** The owner starts an automation for this client. */
export function ClientStart({ contactId }: { contactId: string }) {
  const { t } = useWords();
  const owner = useMe().data?.role === 'owner';
  const [opened, open] = useState(false);
  if (!owner) return null;
  return (
    <>
      <div>
        <Button size="sm" variant="default" leftSection={<IconHandClick size={17} />} onClick={() => open(true)}>
          {t('web.start.of_client')}
        </Button>
      </div>
      <Suspense>{opened && <StartForClient contactId={contactId} onClose={() => open(false)} />}</Suspense>
    </>
  );
}
