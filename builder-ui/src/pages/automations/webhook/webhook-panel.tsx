import '../automations.css';
import { Button, CopyButton, Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconCopy, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { api, taken } from '../../../api.ts';
import { Failure } from '../../../components/failure.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { useAction } from '../../../components/use-action.ts';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../words.tsx';
import { versionQuery } from '../use-published.ts';
import { SampleTree } from './sample-tree.tsx';
import { curlExample, exampleBody, type Finding } from './sample-fields.ts';
import { SigningKey } from './signing-key.tsx';

type Addressed = { id: string; name: string; version: number | null };
/** While none is published, or until it is read. */
const USUAL: Finding = { contactBy: 'phone', contactPath: 'phone', namePath: 'name' };

/** The secret address of an automation: to copy, to sign, to renew, and what came to it last. */
export function WebhookPanel({ automation, onClose }: { automation: Addressed; onClose(): void }) {
  const { t } = useWords();
  const { id } = automation;
  const client = useQueryClient();
  const [renewing, setRenewing] = useState(false);
  const hook = useQuery({
    queryKey: ['webhook', id],
    queryFn: () => taken(api.GET('/api/automations/{id}/webhook', { params: { path: { id } } })),
    // A request from outside rings no bell here.
    refetchInterval: 5_000,
  });
  const published = useQuery({
    ...versionQuery(id, automation.version ?? 1),
    enabled: automation.version !== null,
  });
  const trigger = published.data?.document['trigger'] as { config?: Finding } | undefined;
  const renew = useAction(
    () => taken(api.POST('/api/automations/{id}/webhook/renew', { params: { path: { id } }, body: {} })),
    {
      touches: [],
      done: t('web.hook.renewed'),
      onDone: (made) => {
        client.setQueryData(['webhook', id], made);
        setRenewing(false);
      },
    },
  );
  const title = t('web.hook.title', { name: automation.name });
  const address = hook.data ? `${window.location.origin}${hook.data.path}` : '';
  return (
    <>
      <SidePanel label={title} head={<h2>{title}</h2>} onClose={onClose}>
        {hook.isPending ? (
          <Waiting rows={6} />
        ) : hook.error ? (
          <Failure error={hook.error} retry={() => void hook.refetch()} />
        ) : (
          <>
            <p className="s t2">{t('web.hook.lead')}</p>
            <Copyable title={t('web.hook.address')} text={address} />
            <div>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconRefresh size={16} />}
                onClick={() => setRenewing(true)}
              >
                {t('web.hook.renew')}
              </Button>
            </div>
            <Copyable
              title={t('web.hook.example')}
              help={t('web.hook.example_help')}
              text={curlExample(address, exampleBody(trigger?.config ?? USUAL), hook.data.signed)}
            />
            <SigningKey automationId={id} signed={hook.data.signed} />
            <SampleTree sample={hook.data.sample} sampledAt={hook.data.sampledAt} />
          </>
        )}
      </SidePanel>
      <Modal
        opened={renewing}
        onClose={() => setRenewing(false)}
        title={t('web.hook.renew_title')}
        closeButtonProps={{ 'aria-label': t('web.close') }}
      >
        <div className="col g16">
          <p className="s">{t('web.hook.renew_help')}</p>
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <Button variant="default" data-autofocus onClick={() => setRenewing(false)}>
              {t('web.cancel')}
            </Button>
            <Button color="red.9" loading={renew.isPending} onClick={() => renew.mutate(undefined)}>
              {t('web.hook.renew_go')}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}

function Copyable({ title, text, help }: { title: string; text: string; help?: string }) {
  const { t } = useWords();
  return (
    <section className="col g6" aria-label={title}>
      <div className="row">
        <h3 className="sp">{title}</h3>
        <CopyButton value={text} timeout={2_000}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              aria-label={`${t('web.hook.copy')}: ${title}`}
              onClick={copy}
            >
              <span aria-live="polite">{t(copied ? 'web.hook.copied' : 'web.hook.copy')}</span>
            </Button>
          )}
        </CopyButton>
      </div>
      {help && <p className="xs t3">{help}</p>}
      <pre className="hook-code" tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}
