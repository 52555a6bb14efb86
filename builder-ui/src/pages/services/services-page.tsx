import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { LiveMark } from '../../components/live-mark.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useMe } from '../../shell/use-me.ts';
import { usePhone } from '../../shell/use-phone.ts';
import { useWords } from '../../words.tsx';
import { OwnDays } from './own-days.tsx';
import { PlacesTab } from './places-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { ServicesTab } from './services-tab.tsx';
import { SetupProblems } from './setup-problems.tsx';
import { StaffTab } from './staff-tab.tsx';
import '../settings/settings.css';
import '../../forms/forms.css';
import '@mantine/dates/styles.css';
import './services.css';

const tabs = [
  { name: 'services', to: '/services', add: { to: '/services/service/new', words: 'web.services.add' } },
  { name: 'staff', to: '/services/staff', add: { to: '/services/staff/new', words: 'web.staff.add' } },
  { name: 'places', to: '/services/places', add: { to: '/services/places/new', words: 'web.places.add' } },
  { name: 'rules', to: '/services/rules', add: undefined },
] as const;

/** What can be booked, with whom, where and by which rules. Masters see their own days alone. */
export function ServicesPage() {
  const { t } = useWords();
  const me = useMe().data;
  const phone = usePhone();
  const { tab = 'services' } = useParams();
  const { name: current, add } = tabs.find(({ name }) => name === tab) ?? tabs[0];
  const [search, setSearch] = useState('');
  const parts = useRef<HTMLElement>(null);
  // On a phone the row of parts is wider than the page.
  useEffect(() => {
    parts.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  if (!me) return null;
  if (me.role === 'master') return <OwnDays />;
  return (
    <div className="page svc">
      <header className="bar wrap">
        <h1>{t('web.services.title')}</h1>
        <LiveMark />
        <span className="sp" />
        {current === 'services' && <SearchField value={search} onChange={setSearch} label={t('web.services.search')} />}
        {add && (
          <Button
            component={Link}
            to={add.to}
            aria-label={t(add.words)}
            leftSection={<IconPlus size={18} aria-hidden="true" />}
          >
            {t(phone ? 'web.services.create' : add.words)}
          </Button>
        )}
      </header>
      <nav
        ref={parts}
        className="row filters"
        aria-label={t('web.services.parts')}
        style={{ padding: '10px 20px', overflowX: 'auto' }}
      >
        {tabs.map(({ name, to }) => (
          <Link
            key={name}
            to={to}
            className="fchip"
            aria-current={current === name ? 'page' : undefined}
            style={current === name ? { borderColor: 'var(--accent)', background: 'var(--accent-soft)' } : {}}
          >
            {t(`web.services.tab_${name}`)}
          </Link>
        ))}
      </nav>
      <SetupProblems />
      {current === 'services' && <ServicesTab search={search} />}
      {current === 'staff' && <StaffTab />}
      {current === 'places' && <PlacesTab />}
      {current === 'rules' && <RulesTab />}
    </div>
  );
}
