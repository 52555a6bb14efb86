import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, Problem, send, taken } from '../../api.ts';
import { errorWords } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { AccountFrame } from './account-frame.tsx';
import { PASSWORD_LENGTH } from './new-password.tsx';
import { useSignUp, WhoFields } from './sign-up.tsx';

/** Where an invitation leads: what it promises, then in as somebody new or as who one is already. */
export function InvitationPage() {
  const words = useWords();
  const { t } = words;
  const token = useParams()['token'] ?? '';
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => taken(api.GET('/api/invitations/token/{token}', { params: { path: { token } } })),
    retry: false,
  });
  const mine = useQuery({
    queryKey: ['businesses'],
    queryFn: () => taken(api.GET('/api/businesses')),
    retry: false,
  });
  if (invitation.isPending || mine.isPending) return <Waiting />;
  if (invitation.error) {
    return (
      <AccountFrame title={t('web.business.invitation_none')} lead={errorWords(words, invitation.error)}>
        <Link to="/">{t('web.business.to_takt')}</Link>
      </AccountFrame>
    );
  }
  const { business, role, invitedBy, state } = invitation.data;
  if (state !== 'open') {
    return (
      <AccountFrame title={t('web.business.invitation_to', { business })} lead={t(`error.invitation_${state}`)}>
        <Link to="/">{t('web.business.to_takt')}</Link>
      </AccountFrame>
    );
  }
  const signedIn = !(mine.error instanceof Problem && mine.error.status === 401);
  return (
    <Accept
      token={token}
      signedIn={signedIn}
      title={t('web.business.invitation_to', { business })}
      lead={t('web.business.invitation_lead', { by: invitedBy, role: t(`web.role.${role}`) })}
      email={invitation.data.email ?? ''}
      name={invitation.data.name ?? ''}
    />
  );
}

function Accept(facts: { token: string; signedIn: boolean; title: string; lead: string; email: string; name: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [how, setHow] = useState<'new' | 'known'>('new');
  const [who, setWho] = useState({ name: facts.name, email: facts.email, password: '' });
  const edit = (change: Partial<typeof who>) => setWho((before) => ({ ...before, ...change }));
  const { busy, trouble, ask } = useSignUp();
  const come = () =>
    void ask(async () => {
      const person = { ...who, email: who.email.trim() };
      if (!facts.signedIn && how === 'new') await send('POST', '/api/auth/sign-up/email', person);
      if (!facts.signedIn && how === 'known') await send('POST', '/api/auth/sign-in/email', person);
      await taken(api.POST('/api/invitations/accept', { body: { token: facts.token } }));
      client.clear();
      await navigate('/', { replace: true });
    });
  const ready =
    facts.signedIn || (who.password.length >= PASSWORD_LENGTH && (how === 'known' || who.name.trim() !== ''));
  return (
    <AccountFrame title={facts.title} lead={facts.lead} trouble={trouble} onSubmit={come}>
      {!facts.signedIn && (
        <>
          <SegmentedControl
            aria-label={t('web.business.have_account')}
            value={how}
            onChange={(value) => setHow(value as 'new' | 'known')}
            data={[
              { value: 'new', label: t('web.business.as_new') },
              { value: 'known', label: t('web.business.as_known') },
            ]}
          />
          {how === 'new' ? <WhoFields who={who} edit={edit} /> : <WhoFieldsKnown who={who} edit={edit} />}
        </>
      )}
      <Button type="submit" size="md" loading={busy} disabled={!ready}>
        {t('web.business.accept')}
      </Button>
    </AccountFrame>
  );
}

function WhoFieldsKnown({
  who,
  edit,
}: {
  who: { email: string; password: string };
  edit: (change: { email?: string; password?: string }) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t('web.sign_in.email')}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={who.email}
        onChange={(event) => edit({ email: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('web.sign_in.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={who.password}
        onChange={(event) => edit({ password: event.currentTarget.value })}
        visibilityToggleButtonProps={{ 'aria-label': t('web.sign_in.show_password') }}
      />
    </>
  );
}
