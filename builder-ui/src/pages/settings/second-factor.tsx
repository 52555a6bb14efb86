import { Button, PasswordInput, PinInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { Section } from './section.tsx';

type Enrolment = { totpURI: string; backupCodes: string[] };

/** A code of the phone beside the password: a picture to scan, a code to prove it, spare codes to keep. */
export function SecondFactor({ enabled }: { enabled: boolean }) {
  const { t } = useWords();
  const [password, setPassword] = useState('');
  const [enrolment, setEnrolment] = useState<Enrolment | undefined>();
  const [code, setCode] = useState('');
  const start = useAction(() => send<Enrolment>('POST', '/api/auth/two-factor/enable', { password }), {
    touches: [],
    onDone: (made) => {
      setEnrolment(made);
      setPassword('');
    },
  });
  const verify = useAction((given: string) => send('POST', '/api/auth/two-factor/verify-totp', { code: given }), {
    touches: ['account', 'sessions'],
    done: t('web.business.factor_on'),
    onDone: () => setCode(''),
  });
  const stop = useAction(() => send('POST', '/api/auth/two-factor/disable', { password }), {
    touches: ['account'],
    done: t('web.business.factor_off'),
    onDone: () => {
      setPassword('');
      setEnrolment(undefined);
    },
  });
  return (
    <Section
      title={t('web.business.factor')}
      lead={t(enabled ? 'web.business.factor_is_on' : 'web.business.factor_lead')}
    >
      {enrolment && (
        <div className="row g16 wrap" style={{ alignItems: 'flex-start' }}>
          {!enabled && <Scan uri={enrolment.totpURI} />}
          <div className="col g8" style={{ flex: '1 1 220px' }}>
            {!enabled && (
              <>
                <p className="s">{t('web.business.factor_scan')}</p>
                <PinInput
                  length={6}
                  type="number"
                  oneTimeCode
                  aria-label={t('web.business.factor_code')}
                  value={code}
                  onChange={setCode}
                  onComplete={(given) => verify.mutate(given)}
                />
              </>
            )}
            <p className="s">{t('web.business.factor_spare')}</p>
            <pre className="js" tabIndex={0}>
              {enrolment.backupCodes.join('\n')}
            </pre>
          </div>
        </div>
      )}
      {(enabled || !enrolment) && (
        <form
          className="row wrap"
          style={{ alignItems: 'flex-end' }}
          onSubmit={(event) => {
            event.preventDefault();
            if (enabled) stop.mutate(undefined);
            else start.mutate(undefined);
          }}
        >
          <PasswordInput
            label={t('web.sign_in.password')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            style={{ flex: '1 1 200px' }}
            visibilityToggleButtonProps={{ 'aria-label': t('web.sign_in.show_password') }}
          />
          <Button
            type="submit"
            variant={enabled ? 'default' : 'filled'}
            loading={start.isPending || stop.isPending}
            disabled={password === ''}
          >
            {t(enabled ? 'web.business.factor_stop' : 'web.business.factor_start')}
          </Button>
        </form>
      )}
    </Section>
  );
}

/** The picture that an authenticator reads, and the same as text for one that cannot. */
function Scan({ uri }: { uri: string }) {
  const { t } = useWords();
  const picture = useQuery({
    queryKey: ['qr', uri],
    queryFn: async () => (await import('qrcode')).toDataURL(uri, { margin: 1, width: 180 }),
    staleTime: Infinity,
  });
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <div className="col g4" style={{ width: 180 }}>
      {picture.data && <img src={picture.data} width={180} height={180} alt={t('web.business.factor_picture')} />}
      <code className="xs" style={{ overflowWrap: 'anywhere' }}>
        {secret}
      </code>
    </div>
  );
}
