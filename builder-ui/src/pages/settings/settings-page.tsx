import { IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { NavLink, useParams } from 'react-router';
import { Empty } from '../../components/empty.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { AboutSection } from './about-section.tsx';
import { BotsSection } from './bots-section.tsx';
import { HoursSection } from './hours-section.tsx';
import { MembersSection } from './members-section.tsx';
import { NoticesSection } from './notices-section.tsx';
import { PaymentsSection } from './payments-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SecretsSection } from './secrets-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { ShopSection } from './shop-section.tsx';
import './settings.css';

const TextsSection = lazy(async () => ({ default: (await import('./texts-section.tsx')).TextsSection }));
const ApiSection = lazy(async () => ({ default: (await import('./api-section.tsx')).ApiSection }));

const sections: readonly { name: Name; owner: boolean; wide?: boolean }[] = [
  { name: 'general', owner: false },
  { name: 'hours', owner: true },
  { name: 'bots', owner: true },
  { name: 'texts', owner: true, wide: true },
  { name: 'notices', owner: true },
  { name: 'payments', owner: true },
  { name: 'members', owner: true },
  { name: 'security', owner: false },
  { name: 'secrets', owner: true },
  { name: 'api', owner: true, wide: true },
];
type Name =
  'general' | 'hours' | 'bots' | 'texts' | 'notices' | 'payments' | 'members' | 'security' | 'secrets' | 'api';

export function SettingsPage() {
  const { t } = useWords();
  const me = useMe().data;
  const wanted = useParams()['section'] ?? 'general';
  const parts = useRef<HTMLElement>(null);
  // On a phone the row of parts is wider than the page.
  useEffect(() => {
    parts.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [wanted, me === undefined]);
  if (!me) return null;
  const mine = sections.filter((one) => !one.owner || me.role === 'owner');
  const known = sections.find((one) => one.name === wanted) ?? sections[0]!;
  const forOwner = !mine.includes(known);
  const { name: section, wide } = known;
  return (
    <div className="page">
      <header className="bar">
        <h1>{t('web.settings.title')}</h1>
      </header>
      <nav
        ref={parts}
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
      {forOwner ? (
        <Empty icon={IconLock} text={t('web.settings.for_owner')} />
      ) : (
        <div className="set-scroll">
          <div className={wide ? 'set-parts wide' : 'set-parts'}>
            <Suspense fallback={<Waiting rows={6} height={44} />}>
              {section === 'general' && (
                <>
                  {me.role === 'owner' && <AboutSection business={me.business} />}
                  {me.role === 'owner' && <ShopSection settings={me.business.settings} />}
                  <ProfileSection me={me} />
                </>
              )}
              {section === 'hours' && <HoursSection settings={me.business.settings} />}
              {section === 'bots' && <BotsSection />}
              {section === 'texts' && <TextsSection />}
              {section === 'notices' && <NoticesSection notices={me.business.settings.notices} />}
              {section === 'payments' && <PaymentsSection />}
              {section === 'members' && <MembersSection />}
              {section === 'security' && <SecuritySection />}
              {section === 'secrets' && <SecretsSection />}
              {section === 'api' && <ApiSection />}
            </Suspense>
          </div>
        </div>
      )}
    </div>
  );
}
