import { Button } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Automation } from '../../api.ts';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';

const FailuresPanel = lazy(async () => ({
  default: (await import('../automations/failures/failures-panel.tsx')).FailuresPanel,
}));

/** Leads to what failed in the chosen automation; nothing where nothing did. */
export function FailuresButton({ automation }: { automation: Automation | undefined }) {
  const { t } = useWords();
  const owner = useMe().data?.role === 'owner';
  const [opened, open] = useState(false);
  if (!automation || (automation.failed === 0 && !opened)) return null;
  return (
    <>
      {automation.failed > 0 && (
        <Button variant="default" leftSection={<IconTool size={18} />} onClick={() => open(true)}>
          {t('web.fail.open', { count: automation.failed })}
        </Button>
      )}
      {opened && (
        <Suspense>
          <FailuresPanel automation={automation} owner={owner} onClose={() => open(false)} />
        </Suspense>
      )}
    </>
  );
}
