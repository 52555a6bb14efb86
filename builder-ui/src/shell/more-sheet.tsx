import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconBell, IconCheck, IconDots, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Me } from '../api.ts';
import { Avatar } from '../components/avatar.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { useWords } from '../words.tsx';
import { useBusinesses } from './business-switch.tsx';
import { BellCount, bellLabel } from './notification-centre.tsx';
import { isAt, type Place } from './places.ts';
import { Sheet } from './sheet.tsx';
import { useShell } from './shell-context.ts';
import { themes } from './theme-switch.tsx';

/** The rest of the places on a phone, with search, notifications and what the rail holds on a wide screen. */
export function MoreSheet({ me, places, place }: { me: Me; places: readonly Place[]; place: string }) {
  const { t } = useWords();
  const { unread, openNotices, openPalette } = useShell();
  const [opened, setOpened] = useState(false);
  const [back, setBack] = useState(true);
  const leave = (then?: () => void) => {
    setBack(false);
    setOpened(false);
    then?.();
  };
  return (
    <>
      <button
        type="button"
        className={`nav-tool ${places.some((one) => isAt(one, place)) ? 'on' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => {
          setBack(true);
          setOpened(true);
        }}
      >
        <IconDots size={22} stroke={1.6} aria-hidden="true" />
        {t('web.day.more')}
        {unread > 0 && <span className="visually-hidden">{t('web.day.notices_unread', { count: unread })}</span>}
        <BellCount unread={unread} />
      </button>
      <Sheet opened={opened} title={t('web.day.more_title')} returnFocus={back} onClose={() => setOpened(false)}>
        <nav className="more" aria-label={t('web.day.more_title')}>
          <button type="button" className="more-row" onClick={() => leave(openPalette)}>
            <IconSearch size={20} stroke={1.6} aria-hidden="true" />
            <span className="sp">{t('web.day.search')}</span>
          </button>
          <button
            type="button"
            className="more-row"
            aria-label={bellLabel(t, unread)}
            onClick={() => leave(openNotices)}
          >
            <IconBell size={20} stroke={1.6} aria-hidden="true" />
            <span className="sp">{t('web.day.notices')}</span>
            <BellCount unread={unread} />
          </button>
          {places.map((one) => (
            <Link
              key={one.to}
              to={one.to}
              className="more-row"
              aria-current={isAt(one, place) ? 'page' : undefined}
              onClick={() => leave()}
            >
              <one.icon size={20} stroke={1.6} aria-hidden="true" />
              <span className="sp">{t(one.name)}</span>
            </Link>
          ))}
        </nav>
        <Businesses me={me} />
        <Looks />
      </Sheet>
    </>
  );
}

function Businesses({ me }: { me: Me }) {
  const { t } = useWords();
  const { several, choose } = useBusinesses(me);
  if (several.length < 2) return null;
  return (
    <section className="more" aria-label={t('web.day.businesses')}>
      <h3 className="s t3">{t('web.day.businesses')}</h3>
      {several.map((one) => (
        <button
          key={one.id}
          type="button"
          className="more-row"
          aria-pressed={one.id === me.business.id}
          onClick={() => choose(one.id)}
        >
          <Avatar name={one.name} size="sm" />
          <span className="sp">{one.name}</span>
          {one.id === me.business.id && <IconCheck size={18} aria-hidden="true" />}
        </button>
      ))}
    </section>
  );
}

function Looks() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="more-looks">
      <SegmentedControl
        fullWidth
        aria-label={t('web.settings.theme')}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as (typeof themes)[number]['value'])}
        data={themes.map(({ value }) => ({ value, label: t(`web.settings.theme_${value}`) }))}
      />
      <LanguageSwitch />
    </div>
  );
}
