import { ActionIcon } from '@mantine/core';
import { IconBell, IconSearch } from '@tabler/icons-react';
import { Failure } from '../../components/failure.tsx';
import { LiveMark } from '../../components/live-mark.tsx';
import { BellCount, bellLabel } from '../../shell/notification-centre.tsx';
import { useShell } from '../../shell/shell-context.ts';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { Attention } from './attention.tsx';
import { DaySkeleton } from './day-skeleton.tsx';
import { FirstSteps } from './first-steps.tsx';
import { OrderStates } from './order-states.tsx';
import { Tiles } from './tiles.tsx';
import { TwoWeeks } from './two-weeks.tsx';
import { useDashboard } from './use-dashboard.ts';
import './dashboard.css';

/** The day of the business at a glance; every number leads to what is behind it. */
export function DashboardPage() {
  const { t, day } = useWords();
  const me = useMe().data;
  const dashboard = useDashboard();
  return (
    <div className="page">
      <header className="bar">
        <h1>{t('web.day.title')}</h1>
        {dashboard.data && <span className="t3 nw">{day(dashboard.data.day)}</span>}
        <LiveMark />
        <span className="sp" />
        <PhoneTools />
      </header>
      {dashboard.isPending || !me ? (
        <DaySkeleton />
      ) : dashboard.error && !dashboard.data ? (
        <Failure error={dashboard.error} retry={() => void dashboard.refetch()} />
      ) : (
        <div className="day-scroll" tabIndex={0} role="region" aria-label={t('web.day.title')}>
          <div className="day">
            <FirstSteps steps={dashboard.data.steps} me={me} />
            <Tiles day={dashboard.data} me={me} />
            <Attention problems={dashboard.data.problems} />
            <TwoWeeks series={dashboard.data.series} currency={me.business.currency} />
            <OrderStates orders={dashboard.data.orders} />
          </div>
        </div>
      )}
    </div>
  );
}

/** On a wide screen these stand in the frame. */
function PhoneTools() {
  const { t } = useWords();
  const { openPalette, openNotices, unread } = useShell();
  const look = { variant: 'subtle', color: 'gray', size: 44, className: 'only-phone' } as const;
  return (
    <>
      <ActionIcon {...look} aria-label={t('web.day.search')} onClick={openPalette}>
        <IconSearch size={22} stroke={1.6} />
      </ActionIcon>
      <ActionIcon
        {...look}
        className="only-phone day-bell"
        aria-label={bellLabel(t, unread)}
        onClick={openNotices}
        mr={-8}
      >
        <IconBell size={22} stroke={1.6} />
        <BellCount unread={unread} />
      </ActionIcon>
    </>
  );
}
