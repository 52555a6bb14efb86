import { Tooltip } from '@mantine/core';
import { IconSearch, type Icon } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Me } from '../api.ts';
import { useWords } from '../words.tsx';
import { BusinessSwitch } from './business-switch.tsx';
import { MoreSheet } from './more-sheet.tsx';
import { NotificationCentre } from './notification-centre.tsx';
import { isAt, placesOf, type Place } from './places.ts';
import { useShell } from './shell-context.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import { usePhone } from './use-phone.ts';

/** Every place of the office; on a phone the first four and the way to the rest. */
export function Navigation({ me, place }: { me: Me; place: string }) {
  const { t } = useWords();
  const phone = usePhone();
  const places = placesOf(me);
  const item = (one: Place) => <PlaceItem key={one.to} place={one} me={me} current={isAt(one, place)} />;
  return (
    <nav className="nav" aria-label={t('web.nav.label')}>
      {phone ? (
        <>
          {places.filter((one) => one.first).map(item)}
          <MoreSheet me={me} places={places.filter((one) => !one.first)} place={place} />
        </>
      ) : (
        <>
          <Link to="/" className="logo" aria-label="Takt">
            <Sign />
          </Link>
          <BusinessSwitch me={me} />
          <SearchButton />
          {places.filter((one) => !one.foot).map(item)}
          <span className="sp" />
          <NotificationCentre />
          <ThemeSwitch />
          {places.filter((one) => one.foot).map(item)}
        </>
      )}
    </nav>
  );
}

export function NavItem({
  to,
  icon: Picture,
  label,
  current,
  count = 0,
  countLabel,
}: {
  to: string;
  icon: Icon;
  label: string;
  current: boolean;
  count?: number;
  countLabel?: string;
}) {
  return (
    <Link to={to} aria-current={current ? 'page' : undefined}>
      <Picture size={22} stroke={1.6} aria-hidden="true" />
      {label}
      {count > 0 && (
        <span className="count" title={countLabel}>
          <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
          <span className="visually-hidden">{countLabel}</span>
        </span>
      )}
    </Link>
  );
}

function PlaceItem({ place, me, current }: { place: Place; me: Me; current: boolean }) {
  const { t } = useWords();
  const counted = {
    '/orders': { count: me.counts.orders, countLabel: t('web.nav.orders_count', { count: me.counts.orders }) },
    '/clients': { count: me.counts.unread, countLabel: t('web.nav.unread_count', { count: me.counts.unread }) },
  }[place.to];
  return <NavItem to={place.to} icon={place.icon} label={t(place.name)} current={current} {...counted} />;
}

function SearchButton() {
  const { t } = useWords();
  const { openPalette } = useShell();
  return (
    <Tooltip label={t('web.day.search_keys', { keys: keysOfPalette })} position="right" openDelay={300}>
      <button type="button" className="nav-tool" aria-keyshortcuts="Control+K Meta+K" onClick={openPalette}>
        <IconSearch size={22} stroke={1.6} aria-hidden="true" />
        {t('web.day.search')}
      </button>
    </Tooltip>
  );
}

const keysOfPalette = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K';

function Sign() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="22"
      height="22"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 12h3.2l2.3-6 4 12 2.6-8 1.4 2H21" />
    </svg>
  );
}
