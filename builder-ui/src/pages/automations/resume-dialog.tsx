import { Button, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { api, taken } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { usePublished } from './use-published.ts';

const policies = ['send_late', 'skip', 'retime', 'exit'] as const;
type Policy = (typeof policies)[number];

/** Before an automation goes on: what happens to those whose moment passed while it stood still. */
export function ResumeDialog({
  automation,
  onClose,
  onResumed,
}: {
  automation: { id: string; name: string; version: number | null; inside: number };
  onClose(): void;
  onResumed(): void;
}) {
  const { t } = useWords();
  const published = usePublished(automation);
  const [chosen, choose] = useState<Policy | undefined>();
  const usual = published?.settings.afterPause ?? 'send_late';
  const policy = chosen ?? usual;
  const resume = useAction(
    () =>
      taken(
        api.POST('/api/automations/{id}/resume', {
          params: { path: { id: automation.id } },
          body: automation.inside > 0 ? { policy } : {},
        }),
      ),
    { touches: ['automation', 'automations', 'runs'], onDone: onResumed },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('web.resume.title', { name: automation.name })}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <form
        className="col g16"
        onSubmit={(event) => {
          event.preventDefault();
          resume.mutate(undefined);
        }}
      >
        <p className="s">
          {automation.inside === 0 ? t('web.resume.nobody') : t('web.resume.inside', { count: automation.inside })}
        </p>
        {automation.inside > 0 &&
          (published ? (
            <Radio.Group
              label={t('web.resume.question')}
              value={policy}
              onChange={(value) => choose(policies.find((one) => one === value))}
            >
              <div className="col g12" style={{ marginTop: 8 }}>
                {policies.map((one) => (
                  <Radio
                    key={one}
                    value={one}
                    label={
                      one === usual ? `${t(`web.resume.${one}`)} (${t('web.resume.default')})` : t(`web.resume.${one}`)
                    }
                    description={t(`web.resume.${one}_about`)}
                  />
                ))}
              </div>
            </Radio.Group>
          ) : (
            <Waiting rows={4} />
          ))}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('web.cancel')}
          </Button>
          <Button
            type="submit"
            data-autofocus
            loading={resume.isPending}
            disabled={automation.inside > 0 && !published}
          >
            {t('web.resume.go')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
