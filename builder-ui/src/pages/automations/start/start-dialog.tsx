import { Button, Modal, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api, taken } from '../../../api.ts';
import { useAction } from '../../../components/use-action.ts';
import { useWords } from '../../../words.tsx';
import { JobOf } from '../jobs/job-line.tsx';
import { ClientField } from './client-field.tsx';
import { StartMany } from './start-many.tsx';

const touches = ['automations', 'automation-counts', 'runs', 'contact', 'jobs', 'refusals'];

/** Starts an automation by hand: for one client, or for many with a look at whom first. */
export function StartDialog({ automation, onClose }: { automation: { id: string; name: string }; onClose(): void }) {
  const { t } = useWords();
  const [whom, setWhom] = useState<'one' | 'many'>('one');
  const [contactId, setContact] = useState<string | null>(null);
  const [jobId, setJob] = useState<string | undefined>();
  const start = useAction(
    (chosen: string) =>
      taken(
        api.POST('/api/automations/{id}/start', {
          params: { path: { id: automation.id } },
          body: { contactId: chosen },
        }),
      ),
    {
      touches,
      onDone: () => {
        notifications.show({ message: t('web.start.told'), color: 'takt', autoClose: 5_000 });
        onClose();
      },
    },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size={600}
      title={t('web.start.title', { name: automation.name })}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      {jobId !== undefined ? (
        <div className="col g16">
          <JobOf jobId={jobId} automationId={automation.id} owner />
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <Button onClick={onClose}>{t('web.watch.done')}</Button>
          </div>
        </div>
      ) : (
        <div className="col g16">
          <p className="s t2">{t('web.start.lead')}</p>
          <SegmentedControl
            aria-label={t('web.start.whom')}
            value={whom}
            onChange={(next) => setWhom(next === 'many' ? 'many' : 'one')}
            data={[
              { value: 'one', label: t('web.start.one') },
              { value: 'many', label: t('web.start.many') },
            ]}
          />
          {whom === 'one' ? (
            <form
              className="col g16"
              onSubmit={(event) => {
                event.preventDefault();
                if (contactId) start.mutate(contactId);
              }}
            >
              <ClientField value={contactId} onChange={setContact} />
              <div className="row" style={{ justifyContent: 'flex-end' }}>
                <Button variant="default" onClick={onClose}>
                  {t('web.cancel')}
                </Button>
                <Button type="submit" disabled={contactId === null} loading={start.isPending}>
                  {t('web.start.go_one')}
                </Button>
              </div>
            </form>
          ) : (
            <StartMany automationId={automation.id} onClose={onClose} onStarted={setJob} />
          )}
        </div>
      )}
    </Modal>
  );
}
