import { Button, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../api.ts';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { NewPassword, PASSWORD_LENGTH } from '../account/new-password.tsx';
import { useWords } from '../../words.tsx';
import { Section } from './section.tsx';
import { SecondFactor } from './second-factor.tsx';

type Session = { id: string; token: string; userAgent?: string | null; createdAt: string; updatedAt: string };
type Account = { session: { token: string }; user: { twoFactorEnabled?: boolean | null } };

/** The password, the second factor, and where one is signed in. */
export function SecuritySection() {
  const account = useQuery({ queryKey: ['account'], queryFn: () => send<Account>('GET', '/api/auth/get-session') });
  if (account.isPending) return <Waiting rows={3} height={90} />;
  if (account.error) return <Failure error={account.error} retry={() => void account.refetch()} />;
  return (
    <>
      <ChangePassword />
      <SecondFactor enabled={account.data.user.twoFactorEnabled === true} />
      <Sessions here={account.data.session.token} />
    </>
  );
}

function ChangePassword() {
  const { t } = useWords();
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const change = useAction(
    () =>
      send('POST', '/api/auth/change-password', {
        currentPassword: old,
        newPassword: next,
        revokeOtherSessions: true,
      }),
    {
      touches: ['sessions', 'account'],
      done: t('web.business.password_changed'),
      onDone: () => {
        setOld('');
        setNext('');
      },
    },
  );
  return (
    <Section title={t('web.business.password')} lead={t('web.business.password_lead')}>
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(undefined);
        }}
      >
        <PasswordInput
          label={t('web.business.old_password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('web.sign_in.show_password') }}
        />
        <NewPassword label={t('web.business.new_password')} value={next} onChange={setNext} />
        <div>
          <Button type="submit" loading={change.isPending} disabled={old === '' || next.length < PASSWORD_LENGTH}>
            {t('web.business.password_change')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Sessions({ here }: { here: string }) {
  const { t, at } = useWords();
  const query = useQuery({ queryKey: ['sessions'], queryFn: () => send<Session[]>('GET', '/api/auth/list-sessions') });
  const end = useAction((token: string) => send('POST', '/api/auth/revoke-session', { token }), {
    touches: ['sessions'],
  });
  const endOthers = useAction(() => send('POST', '/api/auth/revoke-other-sessions'), {
    touches: ['sessions'],
    done: t('web.business.others_ended'),
  });
  return (
    <Section title={t('web.business.sessions')}>
      {query.isPending ? (
        <Waiting rows={2} height={40} />
      ) : query.error ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          {query.data.map((session) => (
            <div key={session.id} className="row g12 wrap">
              <div className="sp" style={{ minWidth: 160 }}>
                <div>
                  {deviceOf(session.userAgent) ?? t('web.business.device')}
                  {session.token === here && <span className="t3"> · {t('web.business.this_device')}</span>}
                </div>
                <div className="s t3">{t('web.business.session_since', { when: at(session.createdAt) })}</div>
              </div>
              {session.token !== here && (
                <Button variant="default" onClick={() => end.mutate(session.token)}>
                  {t('web.business.session_end')}
                </Button>
              )}
            </div>
          ))}
          {query.data.length > 1 && (
            <div>
              <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
                {t('web.business.sessions_end')}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

/** The browser and the system, as far as a person recognises them. */
function deviceOf(agent: string | null | undefined): string | undefined {
  if (!agent) return undefined;
  const browser = /(Edg|OPR|YaBrowser|Firefox|Chrome|Safari)/.exec(agent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1];
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', YaBrowser: 'Yandex', 'Mac OS X': 'macOS' };
  const found = [browser, system].filter((part) => part !== undefined).map((part) => names[part] ?? part);
  return found.length > 0 ? found.join(', ') : undefined;
}
