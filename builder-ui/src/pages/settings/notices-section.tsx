import { Switch } from '@mantine/core';
import { api, taken, type Me } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { Section } from './section.tsx';

type Notices = Me['business']['settings']['notices'];
const names = ['newOrder', 'paidOrder', 'freeText', 'refund'] as const;

/** Which messages staff get in Telegram. A switch is saved as it is turned. */
export function NoticesSection({ notices }: { notices: Notices }) {
  const { t } = useWords();
  const save = useAction(
    (change: Partial<Notices>) => taken(api.PATCH('/api/settings', { body: { notices: change } })),
    { touches: ['me'] },
  );
  const shown = save.isPending ? { ...notices, ...save.variables } : notices;
  return (
    <Section title={t('web.notices.title')} lead={t('web.notices.lead')}>
      <div className="col g12">
        {names.map((name) => (
          <Switch
            key={name}
            label={t(`web.notices.${name}`)}
            description={t(`web.notices.${name}_hint`)}
            checked={shown[name]}
            onChange={(event) => save.mutate({ [name]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </Section>
  );
}
