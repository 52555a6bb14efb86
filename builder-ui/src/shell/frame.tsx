import { useHotkeys } from '@mantine/hooks';
import { IconDeviceMobile, IconLogin2 } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import type { Me } from '../api.ts';
import { useLive } from '../live.ts';
import { useWords } from '../words.tsx';
import { LiveContext } from './live-context.ts';
import { Navigation, NavItem } from './navigation.tsx';
import { titles } from './places.ts';
import { ShellContext } from './shell-context.ts';
import { useHeadingFocus } from './use-heading-focus.ts';
import { useNotices } from './use-notices.ts';
import { usePhone } from './use-phone.ts';
import './shell.css';

const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }));
const NoticeDrawer = lazy(async () => ({ default: (await import('./notice-drawer.tsx')).NoticeDrawer }));

/** Navigation at the left (below on a phone) and the page beside it; search and notifications are at hand everywhere. */
export function Frame({ me, children }: { me: Me | undefined; children: ReactNode }) {
  const { t } = useWords();
  const lostAt = useLive(me !== undefined);
  const phone = usePhone();
  const [place = '', part = ''] = useLocation().pathname.split('/').slice(1);
  const main = useRef<HTMLElement>(null);
  const [palette, setPalette] = useState(false);
  const [notices, setNotices] = useState(false);
  const unread = useNotices(me !== undefined).data?.unread ?? 0;
  useEffect(() => {
    document.title = `${t(titles[place] ?? 'web.day.title')} · Takt`;
  }, [place, t]);
  useHeadingFocus(main, ['settings', 'automations'].includes(place) ? `${place}/${part}` : place);
  // By the key's place on the keyboard: "K" is "Л" for whoever types Russian.
  useHotkeys(
    me ? [['mod+K', () => setPalette((open) => !open), { usePhysicalKeys: true, preventDefault: true }]] : [],
    [],
    true,
  );
  const shell = useMemo(
    () => ({ openPalette: () => setPalette(true), openNotices: () => setNotices(true), unread }),
    [unread],
  );
  const wasOpened = useOnceTrue(palette);
  return (
    <LiveContext value={lostAt}>
      <ShellContext value={shell}>
        <div className="frame">
          {me ? (
            <Navigation me={me} place={place} />
          ) : (
            <nav className="nav" aria-label={t('web.nav.label')}>
              <span className="sp" />
              <NavItem to="/phone" icon={IconDeviceMobile} label={t('web.nav.phone')} current={place === 'phone'} />
              <NavItem to="/sign-in" icon={IconLogin2} label={t('web.nav.sign_in')} current={false} />
            </nav>
          )}
          <main className="main" ref={main}>
            {children}
          </main>
        </div>
        <Suspense fallback={null}>
          {me && wasOpened && <CommandPalette me={me} opened={palette} onClose={() => setPalette(false)} />}
          {phone && notices && <NoticeDrawer onClose={() => setNotices(false)} />}
        </Suspense>
      </ShellContext>
    </LiveContext>
  );
}

function useOnceTrue(value: boolean): boolean {
  const [was, setWas] = useState(false);
  if (value && !was) setWas(true);
  return was || value;
}
