import { ActionIcon, Button, CopyButton, Modal, Select, TextInput } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, taken } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { Section } from './section.tsx';

type Role = 'owner' | 'manager' | 'master';
const roles: readonly Role[] = ['owner', 'manager', 'master'];
const touches = ['members'];

/** Who works here, and who is invited. */
export function MembersSection() {
  const { t, at } = useWords();
  const query = useQuery({ queryKey: ['members'], queryFn: () => taken(api.GET('/api/members')) });
  const [leaving, leave] = useState<{ id: string; name: string } | undefined>();
  const role = useAction(
    (input: { id: string; role: Role }) =>
      taken(api.POST('/api/members/{id}/role', { params: { path: { id: input.id } }, body: { role: input.role } })),
    { touches, done: t('web.saved') },
  );
  const remove = useAction(
    (id: string) => taken(api.POST('/api/members/{id}/remove', { params: { path: { id } }, body: {} })),
    { touches, onDone: () => leave(undefined) },
  );
  const revoke = useAction(
    (id: string) => taken(api.POST('/api/invitations/{id}/revoke', { params: { path: { id } }, body: {} })),
    { touches },
  );
  if (query.isPending) return <Waiting rows={3} height={60} />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const choices = roles.map((value) => ({ value, label: t(`web.role.${value}`) }));
  return (
    <>
      <Section title={t('web.business.members')}>
        {query.data.members.map((member) => (
          <div key={member.id} className="row g12 wrap">
            <Avatar name={member.name} />
            <div className="sp" style={{ minWidth: 160 }}>
              <div>
                {member.name}
                {member.you && <span className="t3"> · {t('web.business.you')}</span>}
              </div>
              <div className="s t3">{member.email}</div>
            </div>
            <Select
              aria-label={t('web.business.role_of', { name: member.name })}
              w={150}
              allowDeselect={false}
              data={choices}
              value={member.role}
              onChange={(value) =>
                value && value !== member.role && role.mutate({ id: member.id, role: value as Role })
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('web.business.member_remove_title', { name: member.name })}
              onClick={() => leave(member)}
            >
              <IconUserMinus size={18} />
            </ActionIcon>
          </div>
        ))}
      </Section>
      <Invite choices={choices} />
      {query.data.invitations.length > 0 && (
        <Section title={t('web.business.invitations')}>
          {query.data.invitations.map((one) => (
            <div key={one.id} className="row g12 wrap">
              <div className="sp" style={{ minWidth: 160 }}>
                <div>{one.name ?? one.email ?? t('web.business.by_link')}</div>
                <div className="s t3">
                  {t(`web.role.${one.role}`)},{' '}
                  {one.expired
                    ? t('web.business.expired')
                    : t('web.business.until', { when: at(one.expiresAt, 'date') })}
                </div>
              </div>
              <Button variant="default" onClick={() => revoke.mutate(one.id)}>
                {t('web.business.revoke')}
              </Button>
            </div>
          ))}
        </Section>
      )}
      {leaving && (
        <Modal
          opened
          onClose={() => leave(undefined)}
          title={t('web.business.member_remove_title', { name: leaving.name })}
          closeButtonProps={{ 'aria-label': t('web.close') }}
        >
          <div className="col g12">
            <p className="s t2">{t('web.business.member_remove_lead')}</p>
            <div className="row" style={{ justifyContent: 'flex-end' }}>
              <Button variant="default" onClick={() => leave(undefined)}>
                {t('web.not_now')}
              </Button>
              <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate(leaving.id)}>
                {t('web.business.member_remove')}
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </>
  );
}

/** The link is shown once: nobody can read it again, so it is copied now. */
function Invite({ choices }: { choices: { value: Role; label: string }[] }) {
  const { t, at } = useWords();
  const [role, setRole] = useState<Role>('manager');
  const [name, setName] = useState('');
  const [made, setMade] = useState<{ link: string; expiresAt: string } | undefined>();
  const invite = useAction(
    () => taken(api.POST('/api/invitations', { body: { role, ...(name.trim() ? { name: name.trim() } : {}) } })),
    {
      touches,
      onDone: (invitation) => {
        setMade(invitation);
        setName('');
      },
    },
  );
  return (
    <Section title={t('web.business.invite')} lead={t('web.business.invite_lead')}>
      <form
        className="row wrap"
        style={{ alignItems: 'flex-end' }}
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate(undefined);
        }}
      >
        <TextInput
          label={t('web.business.invite_name')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          style={{ flex: '1 1 200px' }}
        />
        <Select
          label={t('web.business.role')}
          w={150}
          allowDeselect={false}
          data={choices}
          value={role}
          onChange={(value) => value && setRole(value as Role)}
        />
        <Button type="submit" loading={invite.isPending}>
          {t('web.business.invite_make')}
        </Button>
      </form>
      {made && (
        <div className="tip" role="status">
          <div className="col g8 sp">
            <span className="s">{t('web.business.invite_made', { when: at(made.expiresAt, 'date') })}</span>
            <div className="row wrap">
              <TextInput
                aria-label={t('web.business.invite_link')}
                readOnly
                value={made.link}
                style={{ flex: '1 1 260px' }}
                onFocus={(event) => event.currentTarget.select()}
              />
              <CopyButton value={made.link}>
                {({ copied, copy }) => (
                  <Button variant="default" onClick={copy}>
                    {t(copied ? 'web.business.copied' : 'web.business.copy')}
                  </Button>
                )}
              </CopyButton>
            </div>
          </div>
        </div>
      )}
    </Section>
  );
}
