import { Button, Paper, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Problem, send } from '../api.ts';
import { errorWords } from '../components/failure.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { useWords } from '../words.tsx';

const demo = { owner: 'owner@demo.takt', manager: 'manager@demo.takt' } as const;
const DEMO_PASSWORD = 'takt-demo-2026';

export function SignInPage() {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const client = useQueryClient();
  const from = (useLocation().state as { from?: string } | null)?.from ?? '/orders';
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setTrouble('');
    try {
      await send('POST', '/api/auth/sign-in/email', { email: email.trim(), password });
      client.clear();
      await navigate(from, { replace: true });
    } catch (error) {
      setTrouble(
        error instanceof Problem && [400, 401, 422].includes(error.status)
          ? t('web.sign_in.wrong')
          : errorWords(words, error),
      );
    } finally {
      setBusy(false);
    }
  }

  return (
    <main style={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', padding: 16, background: 'var(--bg)' }}>
      <div style={{ width: '100%', maxWidth: 400 }}>
        <div className="row" style={{ marginBottom: 16 }}>
          <img src="/favicon.svg" width={36} height={36} alt="" />
          <b style={{ fontSize: 20 }}>Takt</b>
          <span className="sp" />
          <LanguageSwitch />
        </div>
        <Paper
          withBorder
          radius="md"
          p="xl"
          component="form"
          onSubmit={(event) => void submit(event as unknown as FormEvent)}
        >
          <h1 style={{ marginBottom: 16 }}>{t('web.sign_in.title')}</h1>
          <div className="col g12">
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
            {trouble && (
              <p role="alert" className="s" style={{ color: 'var(--bad)' }}>
                {trouble}
              </p>
            )}
            <Button type="submit" size="md" loading={busy}>
              {t('web.sign_in.submit')}
            </Button>
          </div>
        </Paper>
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
      </div>
    </main>
  );
}
