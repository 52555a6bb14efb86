import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { send } from '../../api.ts';
import { useWords } from '../../words.tsx';
import { AccountFrame } from './account-frame.tsx';
import { NewPassword, PASSWORD_LENGTH } from './new-password.tsx';
import { useAsking } from './use-asking.ts';

/** Who signs up; what their business is called is asked next. */
export function SignUpPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const signUp = useSignUp();
  const [who, setWho] = useState({ name: '', email: '', password: '' });
  const edit = (change: Partial<typeof who>) => setWho((before) => ({ ...before, ...change }));
  return (
    <AccountFrame
      title={t('web.business.sign_up_title')}
      lead={t('web.business.sign_up_lead')}
      trouble={signUp.trouble}
      onSubmit={() =>
        void signUp.ask(async () => {
          await send('POST', '/api/auth/sign-up/email', { ...who, email: who.email.trim(), name: who.name.trim() });
          client.clear();
          await navigate('/new-business', { replace: true });
        })
      }
    >
      <WhoFields who={who} edit={edit} />
      <Button
        type="submit"
        size="md"
        loading={signUp.busy}
        disabled={who.password.length < PASSWORD_LENGTH || who.name.trim() === ''}
      >
        {t('web.business.sign_up_submit')}
      </Button>
      <p className="s">
        <Link to="/sign-in">{t('web.business.have_account')}</Link>
      </p>
    </AccountFrame>
  );
}

export function useSignUp() {
  const { t } = useWords();
  return useAsking((problem) => (problem.status === 422 ? t('web.business.email_taken') : undefined));
}

export function WhoFields({
  who,
  edit,
}: {
  who: { name: string; email: string; password: string };
  edit: (change: Partial<{ name: string; email: string; password: string }>) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t('web.business.your_name')}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={100}
        value={who.name}
        onChange={(event) => edit({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('web.sign_in.email')}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        maxLength={200}
        value={who.email}
        onChange={(event) => edit({ email: event.currentTarget.value })}
      />
      <NewPassword value={who.password} onChange={(password) => edit({ password })} />
    </>
  );
}
