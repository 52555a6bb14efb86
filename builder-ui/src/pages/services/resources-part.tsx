import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconArmchair, IconPlus, IconTool, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { api, Problem, taken, type WorkPlace } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';

type Kind = WorkPlace['resources'][number]['kind'];
const touches = ['places', 'services', 'setup-problems'];

/** Rooms and equipment of a place. A name is saved when one leaves it. */
export function ResourcesPart({ place }: { place: WorkPlace }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('room');
  const kinds = (['room', 'equipment'] as const).map((value) => ({ value, label: t(`web.places.${value}`) }));
  const add = useAction(() => taken(api.POST('/api/resources', { body: { placeId: place.placeId, kind, name } })), {
    touches,
    quiet: true,
    onDone: () => setName(''),
  });
  return (
    <>
      {place.resources.length > 0 && (
        <ul className="svc-resources">
          {place.resources.map((one) => (
            <Resource key={one.resourceId} resource={one} />
          ))}
        </ul>
      )}
      <form
        className="row g6 wrap top"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(undefined);
        }}
      >
        <TextInput
          style={{ flex: '1 1 140px' }}
          aria-label={t('web.places.resource_name')}
          placeholder={t('web.places.resource_name')}
          maxLength={100}
          value={name}
          error={add.error instanceof Problem ? add.error.message : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          w={196}
          aria-label={t('web.places.resource_kind')}
          allowDeselect={false}
          data={kinds}
          value={kind}
          onChange={(value) => value && setKind(value as Kind)}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          loading={add.isPending}
          disabled={name.trim() === ''}
        >
          {t('web.places.resource_add')}
        </Button>
      </form>
    </>
  );
}

function Resource({ resource }: { resource: WorkPlace['resources'][number] }) {
  const { t } = useWords();
  const [name, setName] = useState(resource.name);
  const params = { path: { id: resource.resourceId } };
  const rename = useAction(
    (next: string) => taken(api.PATCH('/api/resources/{id}', { params, body: { name: next } })),
    { touches, done: t('web.saved') },
  );
  const remove = useAction(() => taken(api.POST('/api/resources/{id}/remove', { params })), { touches });
  const Sign = resource.kind === 'room' ? IconArmchair : IconTool;
  return (
    <li className="row g6">
      <Sign size={18} className="t3" aria-hidden="true" />
      <TextInput
        className="sp"
        aria-label={t('web.places.resource_name_of', { name: resource.name })}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        onBlur={() => {
          const next = name.trim();
          if (next === '') setName(resource.name);
          else if (next !== resource.name) rename.mutate(next);
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('web.places.resource_remove', { name: resource.name })}
        loading={remove.isPending}
        onClick={() => remove.mutate(undefined)}
      >
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}
