import './watch.css';
import { Button, Drawer, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { IconAlertOctagon, IconRocket, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { AutomationDraft } from '#automation/document.ts';
import type { Issue } from '#automation/validate.ts';
import { issueWords } from '#texts/index.ts';
import { api, taken } from '../../../api.ts';
import { errorWords } from '../../../components/failure.tsx';
import { useWords } from '../../../words.tsx';
import { readDraft, useAutomation } from '../use-automation.ts';
import { useChanges } from './use-changes.ts';

/** What changes for whom, before it does: the last look before people enter a new version. */
export function PublishSheet({
  automationId: id,
  revision,
  document,
  issues,
  onPublished,
  onClose,
  onJump,
}: {
  automationId: string;
  /** Under which the drawing was saved. */
  revision: number;
  document: AutomationDraft;
  issues: readonly Issue[];
  onPublished(): void;
  onClose(): void;
  onJump(nodeId: string): void;
}) {
  const words = useWords();
  const { t, language } = words;
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const automation = useAutomation(id);
  const published = automation.data?.published ?? null;
  const before = useQuery({
    queryKey: ['version', id, published?.number],
    enabled: published !== null,
    staleTime: Infinity,
    queryFn: () =>
      taken(
        api.GET('/api/automations/{id}/versions/{number}', {
          params: { path: { id, number: published?.number ?? 1 } },
        }),
      ),
  });
  const counts = useQuery({
    queryKey: ['automation-counts', id, ''],
    enabled: published !== null,
    queryFn: () => taken(api.GET('/api/automations/{id}/counts', { params: { path: { id }, query: {} } })),
  });
  const publishedDraft = useMemo(() => before.data && readDraft(before.data.document), [before.data]);
  const difference = useChanges(publishedDraft, document, 12);
  const next = (published?.number ?? 0) + 1;

  async function publish(): Promise<void> {
    setSending(true);
    setError(undefined);
    try {
      const done = await taken(
        api.POST('/api/automations/{id}/publish', {
          params: { path: { id } },
          body: { revision, ...(note.trim() === '' ? {} : { note: note.trim() }) },
        }),
      );
      for (const key of ['automation', 'automations', 'versions', 'automation-counts'])
        void client.invalidateQueries({ queryKey: [key] });
      notifications.show({
        message: t('web.watch.published', { number: done.number }),
        color: 'takt',
        autoClose: 5_000,
      });
      onPublished();
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={584}
      zIndex={400}
      title={t('web.watch.publish_title', { number: next })}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <form
        className="col g16"
        onSubmit={(event) => {
          event.preventDefault();
          if (issues.length === 0) void publish();
        }}
      >
        {issues.length > 0 ? (
          <section className="tip bad" aria-label={t('web.watch.blocked')}>
            <IconAlertOctagon size={18} aria-hidden="true" />
            <div className="sp">
              <b>{t('web.watch.blocked')}</b>
              <ul className="problems">
                {issues.map((issue, index) => {
                  const node = issue.facts['node'];
                  return (
                    <li key={index}>
                      <button
                        type="button"
                        className="plain s"
                        onClick={() => (typeof node === 'string' ? onJump(node) : onClose())}
                      >
                        {issueWords(language, issue)}
                      </button>
                    </li>
                  );
                })}
              </ul>
            </div>
          </section>
        ) : (
          <p className="t2">{t(published ? 'web.watch.ready_again' : 'web.watch.ready')}</p>
        )}
        {published && (
          <>
            <section aria-label={t('web.watch.changes')}>
              <h3>{t('web.watch.changes')}</h3>
              <ul className="changes s">
                {difference.map((line, index) => (
                  <li key={index}>{line}</li>
                ))}
              </ul>
            </section>
            <section className="tip">
              <IconUsers size={18} aria-hidden="true" />
              <div className="sp s">
                {(counts.data?.inside ?? 0) > 0
                  ? t('web.watch.stay', { count: counts.data?.inside ?? 0, number: published.number })
                  : t('web.watch.nobody_inside')}
              </div>
            </section>
          </>
        )}
        <TextInput
          data-autofocus
          label={t('web.watch.note')}
          description={t('web.watch.note_help')}
          placeholder={t('web.watch.note_placeholder')}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {error !== undefined && (
          <p className="tip bad" role="alert">
            {errorWords(words, error)}
          </p>
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('web.cancel')}
          </Button>
          <Button type="submit" leftSection={<IconRocket size={18} />} disabled={issues.length > 0 || sending}>
            {t(sending ? 'web.watch.publishing' : 'web.watch.publish', { number: next })}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}
