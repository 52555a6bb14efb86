import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, taken } from '../../../api.ts';
import { useAction } from '../../../components/use-action.ts';
import { useWords } from '../../../words.tsx';

const SHORTEST = 16;

/** With a key, only requests that it signed are heard. The key itself is never shown again. */
export function SigningKey({ automationId: id, signed }: { automationId: string; signed: boolean }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [key, setKey] = useState('');
  const [visible, show] = useState(false);
  const save = useAction(
    (next: string | null) =>
      taken(api.PUT('/api/automations/{id}/webhook/key', { params: { path: { id } }, body: { key: next } })),
    {
      touches: [],
      onDone: (made) => {
        client.setQueryData(['webhook', id], made);
        setEditing(false);
        setKey('');
      },
    },
  );
  return (
    <section className="col g6" aria-label={t('web.hook.key')}>
      <h3>{t('web.hook.key')}</h3>
      <p className="s t2" role="status">
        {t(signed ? 'web.hook.key_on' : 'web.hook.key_off')}
      </p>
      {editing ? (
        <form
          className="col g12"
          onSubmit={(event) => {
            event.preventDefault();
            if (key.trim().length >= SHORTEST) save.mutate(key.trim());
          }}
        >
          <PasswordInput
            autoFocus
            label={t('web.hook.key_field')}
            description={t('web.hook.key_help')}
            autoComplete="off"
            maxLength={200}
            visible={visible}
            onVisibilityChange={show}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          <div className="row wrap">
            <Button type="submit" disabled={key.trim().length < SHORTEST} loading={save.isPending}>
              {t(signed ? 'web.hook.key_replace' : 'web.hook.key_set')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setKey(freshKey());
                show(true);
              }}
            >
              {t('web.hook.key_make')}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setEditing(false)}>
              {t('web.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <div className="row wrap">
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {t(signed ? 'web.hook.key_replace' : 'web.hook.key_set')}
          </Button>
          {signed && (
            <Button size="compact-sm" variant="default" loading={save.isPending} onClick={() => save.mutate(null)}>
              {t('web.hook.key_remove')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
