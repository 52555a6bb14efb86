import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Avatar } from '../../../components/avatar.tsx';
import { useWords } from '../../../words.tsx';
import type { Preview } from './groups.ts';
import { useRetryOne } from './use-retry-one.ts';
import { useReasonWords } from './failure-groups.tsx';

/** Some of those who failed, each with their own retry. */
export function FailedPeople({
  people,
  version,
  enabled,
  touches,
}: {
  people: Preview['sample'];
  version: 'same' | 'published';
  enabled: boolean;
  touches: readonly string[];
}) {
  const { t } = useWords();
  const reasonWords = useReasonWords();
  const retry = useRetryOne(touches);
  return (
    <section aria-label={t('web.fail.who')}>
      <h3>{t('web.fail.who')}</h3>
      <ul className="fail-people">
        {people.map((one) => (
          <li key={one.runId} className="row">
            <Avatar name={one.name} size="sm" />
            <Link className="sp cut" to={`/runs/${one.runId}`} title={reasonWords(one.reason)}>
              {one.name}
            </Link>
            <Button
              size="compact-sm"
              variant="default"
              disabled={!enabled}
              loading={retry.isPending && retry.variables.runId === one.runId}
              aria-label={`${t('web.fail.one')}: ${one.name}`}
              onClick={() => retry.mutate({ runId: one.runId, version })}
            >
              {t('web.fail.one')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
