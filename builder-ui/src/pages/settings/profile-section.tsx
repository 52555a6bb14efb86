import { Button, SegmentedControl, Select, useMantineColorScheme } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, send, taken, type Me } from '../../api.ts';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { useWords } from '../../words.tsx';
import { Section } from './section.tsx';

/** How the app looks to this person, who they are, and where they work. */
export function ProfileSection({ me }: { me: Me }) {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const client = useQueryClient();
  const businesses = useQuery({ queryKey: ['businesses'], queryFn: () => taken(api.GET('/api/businesses')) });
  const several = businesses.data?.businesses ?? [];
  return (
    <>
      <Section title={t('web.settings.app')}>
        <div className="row wrap g16">
          <span className="sp">{t('web.settings.language')}</span>
          <LanguageSwitch />
        </div>
        <div className="row wrap g16">
          <span className="sp">{t('web.settings.theme')}</span>
          <SegmentedControl
            aria-label={t('web.settings.theme')}
            size="xs"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as 'auto' | 'light' | 'dark')}
            data={(['auto', 'light', 'dark'] as const).map((value) => ({
              value,
              label: t(`web.settings.theme_${value}`),
            }))}
          />
        </div>
      </Section>
      <Section title={t('web.settings.account')}>
        <div className="row wrap">
          <div className="sp">
            <div>{me.user.name}</div>
            <div className="s t3">
              {me.user.email}, {t(`web.role.${me.role}`)}
            </div>
          </div>
          <Button
            variant="default"
            onClick={async () => {
              await send('POST', '/api/auth/sign-out');
              client.clear();
              await navigate('/sign-in');
            }}
          >
            {t('web.settings.sign_out')}
          </Button>
        </div>
        {several.length > 1 && (
          <Select
            label={t('web.business.works_in')}
            allowDeselect={false}
            data={several.map((one) => ({ value: one.id, label: `${one.name}, ${t(`web.role.${one.role}`)}` }))}
            value={me.business.id}
            onChange={async (businessId) => {
              if (!businessId || businessId === me.business.id) return;
              await taken(api.POST('/api/businesses/choose', { body: { businessId } }));
              client.clear();
              await navigate('/');
            }}
          />
        )}
      </Section>
    </>
  );
}
