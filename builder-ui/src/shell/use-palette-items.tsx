import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconBellCheck, IconLanguage, IconPackage, IconPlus, IconRoute, IconShoppingBag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { api, taken, type Me } from '../api.ts';
import { Avatar } from '../components/avatar.tsx';
import { useWords } from '../words.tsx';
import { placesOf } from './places.ts';
import { themes } from './theme-switch.tsx';
import { useNotices, useReadNotices } from './use-notices.ts';

export type PaletteItem = { id: string; picture: ReactNode; label: string; about?: string; aside?: string } & (
  { to: string } | { run: () => void }
);
export type PaletteGroup = { id: string; title: string; items: PaletteItem[] };

/** What a query finds: people and things by the server, pages and actions by their words. */
export function usePaletteItems(me: Me, text: string): { groups: PaletteGroup[]; looking: boolean } {
  const { t } = useWords();
  const wanted = text.trim();
  const pages = usePages(me);
  const actions = useActions(me);
  const found = useFound(wanted);
  const named = (items: PaletteItem[]) => items.filter((item) => holds(item.label, wanted));
  const groups = [
    ...(wanted === '' ? [] : found.groups),
    { id: 'pages', title: t('web.day.found.pages'), items: named(pages) },
    { id: 'actions', title: t('web.day.found.actions'), items: named(actions) },
  ];
  return { groups: groups.filter((group) => group.items.length > 0), looking: found.looking };
}

function usePages(me: Me): PaletteItem[] {
  const { t } = useWords();
  const places = placesOf(me);
  const settings = places.find((one) => one.to === '/settings');
  const all = [
    ...places.map((one) => ({ to: one.to, icon: one.icon, label: t(one.name) })),
    ...(me.role === 'master' ? [] : [{ to: '/runs', icon: IconRoute, label: t('web.day.page.runs') }]),
    ...(me.role === 'owner' && settings
      ? (['bots', 'payments', 'members'] as const).map((part) => ({
          to: `/settings/${part}`,
          icon: settings.icon,
          label: t(`web.day.page.${part}`),
        }))
      : []),
  ];
  return all.map(({ to, icon: Picture, label }) => ({
    id: `page:${to}`,
    picture: <Picture size={18} stroke={1.75} aria-hidden="true" />,
    label,
    to,
  }));
}

function useActions(me: Me): PaletteItem[] {
  const { t, language, setLanguage } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const notices = useNotices(true).data;
  const read = useReadNotices();
  const newest = notices?.items[0];
  const look = { size: 18, stroke: 1.75, 'aria-hidden': true } as const;
  return [
    {
      id: 'orders',
      picture: <IconShoppingBag {...look} />,
      label: t('web.day.action.action_orders'),
      aside: me.counts.orders > 0 ? String(me.counts.orders) : '',
      to: '/orders?view=action',
    },
    ...(me.role === 'master'
      ? []
      : [
          {
            id: 'new-automation',
            picture: <IconPlus {...look} />,
            label: t('web.day.action.new_automation'),
            to: '/automations?new=1',
          },
        ]),
    ...(newest && notices.unread > 0
      ? [
          {
            id: 'read',
            picture: <IconBellCheck {...look} />,
            label: t('web.day.action.unread'),
            aside: String(notices.unread),
            run: () => read.mutate(newest.at),
          },
        ]
      : []),
    ...themes
      .filter((one) => one.value !== colorScheme)
      .map(({ value, icon: Picture }) => ({
        id: `theme-${value}`,
        picture: <Picture {...look} />,
        label: t(`web.day.action.${value}`),
        run: () => setColorScheme(value),
      })),
    {
      id: 'language',
      picture: <IconLanguage {...look} />,
      label: t('web.day.action.language'),
      run: () => setLanguage(language === 'ru' ? 'en' : 'ru'),
    },
  ];
}

function useFound(wanted: string): { groups: PaletteGroup[]; looking: boolean } {
  const { t, pick, money, at } = useWords();
  const [asked] = useDebouncedValue(wanted, 200);
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: () => taken(api.GET('/api/search', { params: { query: { q: asked } } })),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const look = { size: 18, stroke: 1.75, 'aria-hidden': true } as const;
  const { contacts = [], orders = [], automations = [], products = [] } = found.data ?? {};
  const groups: PaletteGroup[] = [
    {
      id: 'contacts',
      title: t('web.day.found.contacts'),
      items: contacts.map((one) => ({
        id: one.id,
        picture: <Avatar name={one.name} size="sm" />,
        label: one.name,
        about: [one.username && `@${one.username}`, one.phone].filter(Boolean).join(', '),
        to: `/clients/${one.id}`,
      })),
    },
    {
      id: 'orders',
      title: t('web.day.found.orders'),
      items: orders.map((one) => ({
        id: one.id,
        picture: <IconShoppingBag {...look} />,
        label: t('web.day.found.order', { number: one.number }),
        about: [one.customerName, t(`web.badge.${one.badge}`), at(one.createdAt, 'date')].join(', '),
        aside: one.totalMinor === null ? '' : money(one.totalMinor, one.currency),
        to: `/orders/${one.id}`,
      })),
    },
    {
      id: 'automations',
      title: t('web.day.found.automations'),
      items: automations.map((one) => ({
        id: one.id,
        picture: <IconRoute {...look} />,
        label: one.name,
        about: t(`web.day.found.state.${one.state}`),
        to: `/automations/${one.id}`,
      })),
    },
    {
      id: 'products',
      title: t('web.day.found.products'),
      items: products.map((one) => ({
        id: one.id,
        picture: <IconPackage {...look} />,
        label: pick(one.name),
        about: one.hidden ? t('web.day.found.hidden') : '',
        to: `/products/${one.id}`,
      })),
    },
  ];
  return { groups, looking: wanted !== '' && (asked !== wanted || found.isFetching) };
}

/** Every word of the query begins a word of the label. */
function holds(label: string, query: string): boolean {
  const words = label.toLowerCase().split(/[\s:,]+/);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}
