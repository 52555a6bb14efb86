import { NavLink, useParams } from 'react-router';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { BotsSection } from './bots-section.tsx';
import { MembersSection } from './members-section.tsx';
import { PaymentsSection } from './payments-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { ShopSection } from './shop-section.tsx';

const sections = [
  { name: 'general', owner: false },
  { name: 'bots', owner: true },
  { name: 'payments', owner: true },
  { name: 'members', owner: true },
  { name: 'security', owner: false },
] as const;

export function SettingsPage() {
  const { t } = useWords();
  const me = useMe().data;
  const wanted = useParams()['section'] ?? 'general';
  if (!me) return null;
  const mine = sections.filter((one) => !one.owner || me.role === 'owner');
  const section = mine.find((one) => one.name === wanted)?.name ?? 'general';
  return (
    <div className="page">
      <header className="bar">
        <h1>{t('web.settings.title')}</h1>
      </header>
      <nav
        className="row filters"
        aria-label={t('web.business.settings_parts')}
        style={{ padding: '10px 20px', overflowX: 'auto' }}
      >
        {mine.map(({ name }) => (
          <NavLink
            key={name}
            to={name === 'general' ? '/settings' : `/settings/${name}`}
            end
            className="fchip"
            aria-pressed={undefined}
            style={({ isActive }) =>
              isActive ? { borderColor: 'var(--accent)', background: 'var(--accent-soft)' } : {}
            }
          >
            {t(`web.business.settings_${name}`)}
          </NavLink>
        ))}
      </nav>
      <div style={{ overflow: 'auto', padding: 20, display: 'flex', flexDirection: 'column', gap: 16, maxWidth: 720 }}>
        {section === 'general' && (
          <>
            {me.role === 'owner' && <ShopSection settings={me.business.settings} />}
            <ProfileSection me={me} />
          </>
        )}
        {section === 'bots' && <BotsSection />}
        {section === 'payments' && <PaymentsSection />}
        {section === 'members' && <MembersSection />}
        {section === 'security' && <SecuritySection />}
      </div>
    </div>
  );
}
