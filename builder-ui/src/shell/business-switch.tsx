import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, taken, type Me } from '../api.ts';
import { Avatar } from '../components/avatar.tsx';
import { useAction } from '../components/use-action.ts';
import { useWords } from '../words.tsx';

/** Who works in several businesses goes from one to another here; nobody else sees it. */
export function BusinessSwitch({ me }: { me: Me }) {
  const { t } = useWords();
  const { several, choose } = useBusinesses(me);
  if (several.length < 2) return null;
  const label = t('web.day.business', { name: me.business.name });
  return (
    <Menu position="right-start" offset={20} shadow="md" withInitialFocusPlaceholder={false} width={260}>
      <Menu.Target>
        <button type="button" className="nav-tool bare" title={label}>
          <Avatar name={me.business.name} />
          <span className="visually-hidden">{label}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('web.day.businesses')}</Menu.Label>
        <Menu.RadioGroup value={me.business.id} onChange={choose}>
          {several.map((one) => (
            <Menu.RadioItem key={one.id} value={one.id} rightSection={<Avatar name={one.name} size="sm" />}>
              {one.name}
              <div className="xs t3">{t(`web.role.${one.role}`)}</div>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

export function useBusinesses(me: Me) {
  const list = useQuery({ queryKey: ['businesses'], queryFn: () => taken(api.GET('/api/businesses')) });
  const change = useAction(
    (businessId: string) => taken(api.POST('/api/businesses/choose', { body: { businessId } })),
    {
      touches: [],
      // All that was read belongs to the other business: the page starts anew.
      onDone: () => location.assign('/'),
    },
  );
  return {
    several: list.data?.businesses ?? [],
    choose: (id: string) => {
      if (id !== me.business.id) change.mutate(id);
    },
  };
}
