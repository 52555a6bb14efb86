import { Button, Modal, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, taken } from '../../../api.ts';
import { errorWords } from '../../../components/failure.tsx';
import { useAction } from '../../../components/use-action.ts';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../words.tsx';
import { partsOf, versionQuery } from '../use-published.ts';

/** Which automation to start for a client: those that are live and begin by hand. */
export function StartForClient({ contactId, onClose }: { contactId: string; onClose(): void }) {
  const words = useWords();
  const { t } = words;
  const [chosen, choose] = useState<string | null>(null);
  const list = useQuery({ queryKey: ['automations'], queryFn: () => taken(api.GET('/api/automations')) });
  const active = (list.data?.automations ?? []).filter((one) => one.state === 'active' && one.version !== null);
  const versions = useQueries({ queries: active.map((one) => versionQuery(one.id, one.version ?? 1)) });
  const isReading = list.isPending || versions.some((one) => one.isPending);
  const manual = active.filter((_, index) => {
    const version = versions[index]?.data;
    return version && partsOf(version.document).trigger === 'manual';
  });
  const start = useAction(
    (id: string) => taken(api.POST('/api/automations/{id}/start', { params: { path: { id } }, body: { contactId } })),
    {
      touches: ['automations', 'runs', 'contact', 'future', 'refusals'],
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
      title={t('web.start.of_client')}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <form
        className="col g16"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) start.mutate(chosen);
        }}
      >
        {list.error ? (
          <p className="tip bad" role="alert">
            {errorWords(words, list.error)}
          </p>
        ) : isReading ? (
          <Waiting rows={2} />
        ) : manual.length === 0 ? (
          <p className="s t2">
            {t('web.start.which_none')} <Link to="/automations">{t('web.nav.automations')}</Link>
          </p>
        ) : (
          <>
            <p className="s t2">{t('web.start.lead')}</p>
            <Select
              data-autofocus
              label={t('web.start.which')}
              searchable={manual.length > 8}
              allowDeselect={false}
              comboboxProps={{ zIndex: 450 }}
              data={manual.map((one) => ({ value: one.id, label: one.name }))}
              value={chosen}
              onChange={choose}
            />
          </>
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('web.cancel')}
          </Button>
          <Button type="submit" disabled={chosen === null} loading={start.isPending}>
            {t('web.start.go_one')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
