import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { api, taken } from '../../../api.ts';
import { errorWords } from '../../../components/failure.tsx';
import { useAction } from '../../../components/use-action.ts';
import { useWords } from '../../../words.tsx';
import { AudienceField, audienceOf } from './audience-field.tsx';

/** Whom it is started for, how many they are, and, before it begins, the number once more. */
export function StartMany({
  automationId: id,
  onClose,
  onStarted,
}: {
  automationId: string;
  onClose(): void;
  onStarted(jobId: string): void;
}) {
  const words = useWords();
  const { t } = words;
  const [value, setValue] = useState<Record<string, unknown>>({});
  const [sure, setSure] = useState(false);
  // Of this press: the same again starts nothing more.
  const [key] = useState(() => crypto.randomUUID());
  const audience = useMemo(() => audienceOf(value), [value]);
  const [asked] = useDebouncedValue(JSON.stringify(audience.condition), 400);
  const preview = useQuery({
    queryKey: ['start-preview', id, asked],
    enabled: audience.finished,
    placeholderData: keepPreviousData,
    queryFn: () =>
      taken(
        api.POST('/api/automations/{id}/start-preview', {
          params: { path: { id } },
          body: { audience: JSON.parse(asked) as typeof audience.condition },
        }),
      ),
  });
  const start = useAction(
    () =>
      taken(
        api.POST('/api/automations/{id}/start', {
          params: { path: { id } },
          body: { audience: audience.condition, key },
        }),
      ),
    {
      touches: ['automations', 'automation-counts', 'runs', 'jobs'],
      onDone: (made) => (made.jobId === null ? onClose() : onStarted(made.jobId)),
    },
  );
  const isFresh = audience.finished && asked === JSON.stringify(audience.condition) && !preview.isFetching;
  const count = preview.data?.count ?? 0;
  if (sure) {
    return (
      <div className="col g16">
        <p role="status">{t('web.start.confirm', { count })}</p>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={() => setSure(false)}>
            {t('web.start.back')}
          </Button>
          <Button autoFocus loading={start.isPending} onClick={() => start.mutate(undefined)}>
            {t('web.start.go_many', { count })}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="col g16">
      <AudienceField value={value} onChange={setValue} />
      <div className="tip" role="status" aria-busy={!isFresh}>
        <IconUsers size={18} aria-hidden="true" />
        <div className="sp s col g4">
          {!audience.finished ? (
            <span>{t('web.start.audience_unfinished')}</span>
          ) : preview.error ? (
            <span>{errorWords(words, preview.error)}</span>
          ) : !preview.data ? (
            <span>{t('web.loading')}</span>
          ) : count === 0 ? (
            <span>{t('web.start.count_none')}</span>
          ) : (
            <>
              <b>{t(preview.data.exact ? 'web.start.count' : 'web.start.count_about', { count })}</b>
              {audience.condition === null && <span>{t('web.start.audience_all')}</span>}
              {preview.data.sample.length > 0 && (
                <span>{t('web.start.sample', { names: preview.data.sample.map((one) => one.name).join(', ') })}</span>
              )}
              {preview.data.inside > 0 && <span>{t('web.start.inside', { count: preview.data.inside })}</span>}
            </>
          )}
        </div>
        {preview.error && (
          <Button size="compact-sm" variant="default" onClick={() => void preview.refetch()}>
            {t('web.try_again')}
          </Button>
        )}
      </div>
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <Button variant="default" onClick={onClose}>
          {t('web.cancel')}
        </Button>
        <Button disabled={!isFresh || count === 0} onClick={() => setSure(true)}>
          {t('web.start.next')}
        </Button>
      </div>
    </div>
  );
}
