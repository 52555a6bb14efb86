import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, taken as taking } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';

const NAME = /^[a-z][a-z0-9-]{0,40}$/;

/** A secret under a new name, or, with `name`, a new value under an old one. */
export function SecretForm({
  name,
  taken,
  onSaved,
}: {
  name?: string;
  taken: readonly string[];
  onSaved?: () => void;
}) {
  const { t } = useWords();
  const [typed, type] = useState('');
  const [value, setValue] = useState('');
  const under = name ?? typed.trim();
  const problem =
    name !== undefined || under === ''
      ? undefined
      : !NAME.test(under)
        ? t('web.secrets.name_wrong')
        : taken.includes(under)
          ? t('web.secrets.name_taken')
          : undefined;
  const save = useAction(
    () => taking(api.PUT('/api/secrets/{name}', { params: { path: { name: under } }, body: { value } })),
    {
      touches: ['secrets'],
      done: t('web.secrets.saved'),
      onDone: () => {
        type('');
        setValue('');
        onSaved?.();
      },
    },
  );
  return (
    <form
      className="col g12"
      onSubmit={(event) => {
        event.preventDefault();
        if (under !== '' && value !== '' && problem === undefined) save.mutate(undefined);
      }}
    >
      {name === undefined && (
        <TextInput
          label={t('web.secrets.name')}
          description={t('web.secrets.name_help')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={41}
          value={typed}
          error={problem}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
      <PasswordInput
        data-autofocus={name === undefined ? undefined : true}
        label={t('web.secrets.value')}
        description={t('web.secrets.value_help')}
        autoComplete="new-password"
        maxLength={4_000}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={save.isPending} disabled={under === '' || value === '' || problem !== undefined}>
          {t(name === undefined ? 'web.secrets.save' : 'web.secrets.replace')}
        </Button>
      </div>
    </form>
  );
}
