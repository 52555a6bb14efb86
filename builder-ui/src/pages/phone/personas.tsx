import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { IconBan, IconCircleDashed, IconMessage2, IconUserPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Avatar } from '../../components/avatar.tsx';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { useChosenEmulator } from './emulator-context.ts';
import { personaName, type Persona } from './emulator.ts';

export function Personas({
  users,
  openId,
  fresh,
  onChoose,
}: {
  users: Persona[];
  openId: number;
  fresh: Readonly<Record<number, number>>;
  onChoose: (id: number) => void;
}) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <section className="sim-people" aria-label={t('web.phone.part_people')}>
      <header style={{ padding: '14px 16px 8px' }}>
        <h1>{t('web.nav.phone')}</h1>
        <p className="s t3">{t('web.phone.lead')}</p>
      </header>
      <ul className="sim-list">
        {users.map((user) => (
          <li key={user.id}>
            <button
              type="button"
              className="plain persona"
              aria-current={user.id === openId ? 'true' : undefined}
              onClick={() => onChoose(user.id)}
            >
              <Avatar name={personaName(user)} />
              <span className="sp col">
                <span style={{ fontWeight: 500 }}>{personaName(user)}</span>
                <span className="xs t3">{[user.note, user.language_code].filter(Boolean).join(', ')}</span>
                <span className="xs t2 row g4">
                  {user.blocked ? (
                    <IconBan size={14} aria-hidden="true" />
                  ) : user.started ? (
                    <IconMessage2 size={14} aria-hidden="true" />
                  ) : (
                    <IconCircleDashed size={14} aria-hidden="true" />
                  )}
                  {t(user.blocked ? 'web.phone.blocked' : user.started ? 'web.phone.talks' : 'web.phone.silent')}
                </span>
              </span>
              {user.id !== openId && (fresh[user.id] ?? 0) > 0 && (
                <span className="count">
                  {fresh[user.id]}
                  <span className="visually-hidden">{t('web.phone.new_messages')}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div style={{ padding: '12px 16px', borderTop: '1px solid var(--line)' }}>
        <Button
          fullWidth
          variant="default"
          leftSection={<IconUserPlus size={18} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('web.phone.add')}
        </Button>
      </div>
      {adding && <AddPersona onClose={() => setAdding(false)} onAdded={onChoose} />}
    </section>
  );
}

function AddPersona({ onClose, onAdded }: { onClose: () => void; onAdded: (id: number) => void }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const emulator = useChosenEmulator();
  const [name, setName] = useState('');
  const [code, setCode] = useState<string>(language);
  const add = useAction(
    () => {
      const [first = '', ...rest] = name.trim().split(/\s+/);
      return emulator.add({
        first_name: first,
        ...(rest.length > 0 ? { last_name: rest.join(' ') } : {}),
        language_code: code,
      });
    },
    {
      touches: [],
      onDone: async (persona) => {
        await client.invalidateQueries({ queryKey: ['phone', 'state'] });
        onAdded(persona.id);
        onClose();
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t('web.phone.add')} closeButtonProps={{ 'aria-label': t('web.close') }}>
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(undefined);
        }}
      >
        <TextInput
          label={t('web.phone.name')}
          required
          withAsterisk={false}
          maxLength={64}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <SegmentedControl
          aria-label={t('web.client.language')}
          value={code}
          onChange={setCode}
          data={['ru', 'en', 'de'].map((value) => ({ value, label: value }))}
        />
        <Button type="submit" loading={add.isPending} disabled={name.trim() === ''}>
          {t('web.phone.add')}
        </Button>
      </form>
    </Modal>
  );
}
