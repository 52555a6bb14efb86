import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { send } from '../../api.ts';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { AccountFrame } from './account-frame.tsx';
import { NewPassword, PASSWORD_LENGTH } from './new-password.tsx';
import { useAsking } from './use-asking.ts';

/** Asks for a letter. What it answers is the same whether or not there is such a person. */
export function ForgotPasswordPage() {
  const { t } = useWords();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { busy, trouble, ask } = useAsking();
  if (sent) {
    return (
      <AccountFrame title={t('web.business.letter_title')} lead={t('web.business.letter_lead', { email })}>
        <p className="s">
          <Link to="/mailbox">{t('web.business.mailbox_link')}</Link>
        </p>
        <p className="s">
          <Link to="/sign-in">{t('web.sign_in.submit')}</Link>
        </p>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame
      title={t('web.business.forgot_title')}
      lead={t('web.business.forgot_lead')}
      trouble={trouble}
      onSubmit={() =>
        void ask(async () => {
          await send('POST', '/api/auth/request-password-reset', { email: email.trim() });
          setSent(true);
        })
      }
    >
      <TextInput
        label={t('web.sign_in.email')}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        autoFocus
      />
      <Button type="submit" size="md" loading={busy}>
        {t('web.business.forgot_submit')}
      </Button>
      <p className="s">
        <Link to="/sign-in">{t('web.business.back_to_sign_in')}</Link>
      </p>
    </AccountFrame>
  );
}

/** Where the letter leads: a new password, once. */
export function ResetPasswordPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const token = useSearchParams()[0].get('token') ?? '';
  const [password, setPassword] = useState('');
  const { busy, trouble, ask } = useAsking((problem) =>
    problem.status === 400 ? t('web.business.letter_old') : undefined,
  );
  const me = useMe();
  return (
    <AccountFrame
      title={t('web.business.reset_title')}
      lead={me.data ? undefined : t('web.business.reset_lead')}
      trouble={trouble}
      onSubmit={() =>
        void ask(async () => {
          await send('POST', '/api/auth/reset-password', { newPassword: password, token });
          await navigate('/sign-in', { replace: true });
        })
      }
    >
      <NewPassword label={t('web.business.new_password')} value={password} onChange={setPassword} />
      <Button type="submit" size="md" loading={busy} disabled={password.length < PASSWORD_LENGTH}>
        {t('web.business.reset_submit')}
      </Button>
      {trouble && (
        <p className="s">
          <Link to="/forgot-password">{t('web.business.ask_again')}</Link>
        </p>
      )}
    </AccountFrame>
  );
}
