import { IconCoin, IconMessages, IconRoute, IconShoppingBag, type Icon } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Me } from '../../api.ts';
import { useWords } from '../../words.tsx';
import type { Dashboard } from './use-dashboard.ts';

/** The numbers of the day, each the way to the people behind it. Whoever must not see money or automations gets fewer. */
export function Tiles({ day, me }: { day: Dashboard; me: Me }) {
  const { t, money } = useWords();
  const { orders, messages, runs } = day;
  const sum = (minor: number) => money(minor, me.business.currency);
  return (
    <section className="tiles" aria-label={t('web.day.numbers')}>
      <Tile
        to="/orders?period=today"
        icon={IconShoppingBag}
        name={t('web.day.orders')}
        value={String(orders.count)}
        notes={[t('web.day.yesterday', { value: orders.yesterday.count })]}
      />
      {orders.revenueMinor !== null && (
        <Tile
          to="/orders?period=today"
          icon={IconCoin}
          name={t('web.day.revenue')}
          value={sum(orders.revenueMinor)}
          notes={[
            t('web.day.revenue_note'),
            ...(orders.yesterday.revenueMinor === null
              ? []
              : [t('web.day.yesterday', { value: sum(orders.yesterday.revenueMinor) })]),
          ]}
        />
      )}
      <Tile
        to="/clients"
        icon={IconMessages}
        name={t('web.day.messages')}
        value={String(messages.in)}
        notes={[
          t('web.day.messages_out', { value: messages.out }),
          messages.unread > 0
            ? t('web.day.messages_unread', { count: messages.unread })
            : t('web.day.messages_all_read'),
        ]}
        tone={messages.unread > 0 ? 'wait' : undefined}
      />
      {me.role !== 'master' && (
        <Tile
          to={runs.failed > 0 ? '/runs?state=failed' : '/runs?state=live'}
          icon={IconRoute}
          name={t('web.day.runs')}
          value={String(runs.inside)}
          notes={[
            t('web.day.runs_entered', { count: runs.entered }),
            runs.failed > 0 ? t('web.day.runs_failed', { count: runs.failed }) : t('web.day.runs_fine'),
          ]}
          tone={runs.failed > 0 ? 'bad' : undefined}
        />
      )}
    </section>
  );
}

function Tile({
  to,
  icon: Picture,
  name,
  value,
  notes,
  tone,
}: {
  to: string;
  icon: Icon;
  name: string;
  value: string;
  notes: string[];
  /** Of the last note. */
  tone?: 'bad' | 'wait' | undefined;
}) {
  return (
    <Link to={to} className="card day-tile">
      <span className="row g6 s t2">
        <Picture size={18} stroke={1.75} aria-hidden="true" />
        {name}
      </span>
      <span className="value">{value}</span>
      <span className="notes s t3">
        {notes.map((note, index) => (
          <span key={note} className={index === notes.length - 1 ? (tone ?? '') : ''}>
            {note}
          </span>
        ))}
      </span>
    </Link>
  );
}
