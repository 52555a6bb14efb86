import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDots, IconKey, IconReplace, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api, taken } from '../../api.ts';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { SecretForm } from './secret-form.tsx';
import { Section } from './section.tsx';

/** Keys of other systems, by name: what they hold is never shown again. */
export function SecretsSection() {
  const { t, at } = useWords();
  const query = useQuery({ queryKey: ['secrets'], queryFn: () => taken(api.GET('/api/secrets')) });
  const [replacing, replace] = useState<string | undefined>();
  const [deleting, ask] = useState<string | undefined>();
  const remove = useAction(
    (name: string) => taken(api.POST('/api/secrets/{name}/delete', { params: { path: { name } }, body: {} })),
    { touches: ['secrets'], done: t('web.secrets.deleted'), onDone: () => ask(undefined) },
  );
  if (query.isPending) return <Waiting rows={3} height={60} />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const { secrets } = query.data;
  return (
    <>
      <Section title={t('web.secrets.title')} lead={t('web.secrets.lead')}>
        {secrets.length === 0 && <p className="s t3">{t('web.secrets.none')}</p>}
        {secrets.map((secret) => (
          <div key={secret.name} className="row g12">
            <span className="tile out">
              <IconKey size={18} aria-hidden="true" />
            </span>
            <div className="sp">
              <div className="cut">{secret.name}</div>
              <div className="s t3">
                {t('web.secrets.saved_by', { name: secret.savedBy, when: at(secret.savedAt) })}
              </div>
            </div>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('web.secrets.more', { name: secret.name })}
                >
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconReplace size={16} />} onClick={() => replace(secret.name)}>
                  {t('web.secrets.replace')}
                </Menu.Item>
                <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => ask(secret.name)}>
                  {t('web.secrets.delete')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        ))}
      </Section>
      <Section title={t('web.secrets.add')}>
        <SecretForm taken={secrets.map((secret) => secret.name)} />
      </Section>
      {replacing !== undefined && (
        <Modal
          opened
          onClose={() => replace(undefined)}
          title={t('web.secrets.replace_title', { name: replacing })}
          closeButtonProps={{ 'aria-label': t('web.close') }}
        >
          <div className="col g12">
            <p className="s t2">{t('web.secrets.replace_help')}</p>
            <SecretForm name={replacing} taken={[]} onSaved={() => replace(undefined)} />
          </div>
        </Modal>
      )}
      {deleting !== undefined && (
        <Modal
          opened
          onClose={() => ask(undefined)}
          title={t('web.secrets.delete_title', { name: deleting })}
          closeButtonProps={{ 'aria-label': t('web.close') }}
        >
          <div className="col g12">
            <p className="s t2">{t('web.secrets.delete_help', { name: deleting })}</p>
            <div className="row" style={{ justifyContent: 'flex-end' }}>
              <Button variant="default" data-autofocus onClick={() => ask(undefined)}>
                {t('web.not_now')}
              </Button>
              <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate(deleting)}>
                {t('web.secrets.delete')}
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </>
  );
}
