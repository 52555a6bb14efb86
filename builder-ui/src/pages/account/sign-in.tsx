import { Button, PasswordInput, PinInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { send } from '../../api.ts';
import { useWords } from '../../words.tsx';
import { AccountFrame } from './account-frame.tsx';
import { useAsking } from './use-asking.ts';

const demo = { owner: 'owner@demo.takt', manager: 'manager@demo.takt' } as const;
const DEMO_PASSWORD = 'takt-demo-2026';

export function SignInPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const from = (useLocation().state as { from?: string } | null)?.from ?? '/';
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [second, askSecond] = useState(false);
  const { busy, trouble, ask } = useAsking((problem) =>
    [400, 401, 422].includes(problem.status) ? t('web.sign_in.wrong') : undefined,
  );
  const enter = async () => {
    client.clear();
    await navigate(from, { replace: true });
  };
  if (second) return <SecondFactor onDone={enter} />;
  return (
    <AccountFrame
      title={t('web.sign_in.title')}
      trouble={trouble}
      onSubmit={() =>
        void ask(async () => {
          const answer = await send<{ twoFactorRedirect?: boolean }>('POST', '/api/auth/sign-in/email', {
            email: email.trim(),
            password,
          });
          if (answer.twoFactorRedirect) askSecond(true);
          else await enter();
        })
      }
      below={
        <div className="card" style={{ marginTop: 12, padding: 16 }}>
          <p className="s t2" style={{ marginBottom: 10 }}>
            {t('web.sign_in.demo')}
          </p>
          <div className="row wrap">
            {(['owner', 'manager'] as const).map((who) => (
              <Button
                key={who}
                variant="default"
                onClick={() => {
                  setEmail(demo[who]);
                  setPassword(DEMO_PASSWORD);
                }}
              >
                {t(`web.sign_in.demo_${who}`)}
              </Button>
            ))}
            <span className="sp" />
            <Link to="/phone" className="s">
              {t('web.nav.phone')}
            </Link>
          </div>
        </div>
      }
    >
      <TextInput
        label={t('web.sign_in.email')}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(e) => setEmail(e.currentTarget.value)}
      />
      <PasswordInput
        label={t('web.sign_in.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(e) => setPassword(e.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('web.sign_in.show_password') }}
      />
      <Button type="submit" size="md" loading={busy}>
        {t('web.sign_in.submit')}
      </Button>
      <div className="row wrap s">
        <Link to="/sign-up">{t('web.business.sign_up_link')}</Link>
        <span className="sp" />
        <Link to="/forgot-password">{t('web.business.forgot_link')}</Link>
      </div>
    </AccountFrame>
  );
}

/** The code of the phone, or one of the codes kept for when there is no phone. */
function SecondFactor({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [spare, useSpare] = useState(false);
  const { busy, trouble, ask } = useAsking((problem) =>
    problem.status < 500 && problem.status > 0 ? t('web.business.code_wrong') : undefined,
  );
  const verify = (given: string) =>
    void ask(async () => {
      await send('POST', `/api/auth/two-factor/${spare ? 'verify-backup-code' : 'verify-totp'}`, {
        code: given.trim(),
      });
      await onDone();
    });
  return (
    <AccountFrame
      title={t('web.business.second_title')}
      lead={t(spare ? 'web.business.second_spare' : 'web.business.second_lead')}
      trouble={trouble}
      onSubmit={() => verify(code)}
    >
      {spare ? (
        <TextInput
          label={t('web.business.spare_code')}
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          data-autofocus
          autoFocus
        />
      ) : (
        <PinInput
          length={6}
          type="number"
          oneTimeCode
          autoFocus
          aria-label={t('web.business.second_title')}
          value={code}
          onChange={setCode}
          onComplete={verify}
        />
      )}
      <Button type="submit" size="md" loading={busy} disabled={code.trim() === ''}>
        {t('web.sign_in.submit')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        onClick={() => {
          setCode('');
          useSpare(!spare);
        }}
      >
        {t(spare ? 'web.business.use_phone' : 'web.business.use_spare')}
      </Button>
    </AccountFrame>
  );
}
