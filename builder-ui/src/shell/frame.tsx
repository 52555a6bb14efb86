import {
  IconDeviceMobile,
  IconLogin2,
  IconPackage,
  IconRoute,
  IconSettings,
  IconShoppingBag,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import type { Me } from '../api.ts';
import { useLive } from '../live.ts';
import { useWords } from '../words.tsx';
import { LiveContext } from './live-context.ts';

/** Navigation at the left (below on a phone) and the page beside it. */
export function Frame({ me, children }: { me: Me | undefined; children: ReactNode }) {
  const { t } = useWords();
  const lostAt = useLive(me !== undefined);
  const place = useLocation().pathname.split('/')[1] ?? '';
  useEffect(() => {
    document.title = `${t(titles[place] ?? 'web.nav.orders')} · Takt`;
  }, [place, t]);
  return (
    <LiveContext value={lostAt}>
      <div className="frame">
        <nav className="nav" aria-label={t('web.nav.label')}>
          <Link to="/orders" className="logo hide-phone" aria-label="Takt" style={{ width: 36, padding: 0 }}>
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
          </Link>
          {me && (
            <>
              <Item
                to="/orders"
                icon={IconShoppingBag}
                label={t('web.nav.orders')}
                count={me.counts.orders}
                countLabel={t('web.nav.orders_count', { count: me.counts.orders })}
              />
              <Item
                to="/clients"
                icon={IconUsers}
                label={t('web.nav.clients')}
                count={me.counts.unread}
                countLabel={t('web.nav.unread_count', { count: me.counts.unread })}
              />
              <Item to="/automations" icon={IconRoute} label={t('web.nav.automations')} />
              <Item to="/products" icon={IconPackage} label={t('web.nav.products')} />
            </>
          )}
          <span className="sp" />
          {(me?.simulator ?? true) && <Item to="/phone" icon={IconDeviceMobile} label={t('web.nav.phone')} />}
          {me ? (
            <Item to="/settings" icon={IconSettings} label={t('web.nav.settings')} />
          ) : (
            <Item to="/sign-in" icon={IconLogin2} label={t('web.nav.sign_in')} />
          )}
        </nav>
        <main className="main">{children}</main>
      </div>
    </LiveContext>
  );
}

const titles: Partial<
  Record<
    string,
    | 'web.nav.orders'
    | 'web.nav.clients'
    | 'web.nav.automations'
    | 'web.nav.products'
    | 'web.nav.phone'
    | 'web.nav.settings'
  >
> = {
  orders: 'web.nav.orders',
  clients: 'web.nav.clients',
  automations: 'web.nav.automations',
  products: 'web.nav.products',
  phone: 'web.nav.phone',
  settings: 'web.nav.settings',
};

function Item({
  to,
  icon: Sign,
  label,
  count = 0,
  countLabel,
}: {
  to: string;
  icon: Icon;
  label: string;
  count?: number;
  countLabel?: string;
}) {
  return (
    <NavLink to={to}>
      <Sign size={22} stroke={1.6} aria-hidden="true" />
      {label}
      {count > 0 && (
        <span className="count" title={countLabel}>
          {count > 99 ? '99+' : count}
          <span className="visually-hidden">{countLabel}</span>
        </span>
      )}
    </NavLink>
  );
}
