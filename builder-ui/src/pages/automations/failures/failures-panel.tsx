import '../automations.css';
import { Button, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { api, taken } from '../../../api.ts';
import { Empty } from '../../../components/empty.tsx';
import { Failure } from '../../../components/failure.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { useAction } from '../../../components/use-action.ts';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../words.tsx';
import { JobOf } from '../jobs/job-line.tsx';
import { FailedPeople } from './failed-people.tsx';
import { FailureGroups } from './failure-groups.tsx';
import { filterOf, groupKey, type Group } from './groups.ts';

const touches = ['failures', 'runs', 'run', 'automations', 'automation-counts', 'jobs'];

/** What failed, by version, step and reason; retried together or one by one. */
export function FailuresPanel({
  automation,
  owner,
  onClose,
}: {
  automation: { id: string; name: string; state: string; version: number | null };
  owner: boolean;
  onClose(): void;
}) {
  const { t } = useWords();
  const { id } = automation;
  const [chosen, choose] = useState<Group | undefined>();
  const [version, setVersion] = useState<'published' | 'same'>('published');
  const [jobId, setJob] = useState<string | undefined>();
  const filter = chosen ? filterOf(chosen) : {};
  const preview = useQuery({
    queryKey: ['failures', id, filter],
    queryFn: () => taken(api.POST('/api/automations/{id}/retry-preview', { params: { path: { id } }, body: filter })),
    placeholderData: (before) => before,
  });
  const retry = useAction(
    () =>
      taken(
        api.POST('/api/automations/{id}/retry', {
          params: { path: { id } },
          body: { ...filter, version, key: crypto.randomUUID() },
        }),
      ),
    { touches, onDone: (made) => setJob(made.jobId) },
  );
  const isActive = automation.state === 'active';
  const count = preview.data?.count ?? 0;
  const all = preview.data?.groups ?? [];
  return (
    <SidePanel
      label={t('web.fail.title', { name: automation.name })}
      head={<h2>{t('web.fail.title', { name: automation.name })}</h2>}
      onClose={onClose}
      foot={
        owner && count > 0 && jobId === undefined ? (
          <Button
            fullWidth
            disabled={!isActive || preview.isPlaceholderData}
            loading={retry.isPending}
            onClick={() => retry.mutate(undefined)}
          >
            {t('web.fail.go', { count })}
          </Button>
        ) : undefined
      }
    >
      {jobId !== undefined && <JobOf jobId={jobId} automationId={id} owner={owner} />}
      {preview.isPending ? (
        <Waiting rows={5} />
      ) : preview.error ? (
        <Failure error={preview.error} retry={() => void preview.refetch()} />
      ) : all.length === 0 ? (
        <Empty icon={IconCircleCheck} text={t('web.fail.none')} />
      ) : (
        <>
          <p className="s t2">{t('web.fail.lead')}</p>
          {!isActive && <p className="tip wait">{t('web.fail.not_active')}</p>}
          <FailureGroups
            automationId={id}
            groups={all}
            chosen={chosen && groupKey(chosen)}
            onChoose={(group) => {
              choose(group);
              setJob(undefined);
            }}
          />
          <Radio.Group
            label={t('web.fail.by')}
            value={version}
            onChange={(next) => setVersion(next === 'same' ? 'same' : 'published')}
          >
            <div className="col g12" style={{ marginTop: 8 }}>
              {(['published', 'same'] as const).map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`web.fail.by_${one}`)}
                  description={t(`web.fail.by_${one}_about`)}
                />
              ))}
            </div>
          </Radio.Group>
          <FailedPeople people={preview.data.sample} version={version} enabled={isActive} touches={touches} />
        </>
      )}
    </SidePanel>
  );
}
