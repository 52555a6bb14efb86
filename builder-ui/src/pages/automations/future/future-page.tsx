import '../automations.css';
import './future.css';
import { ActionIcon, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconArrowLeft, IconCalendarStats, IconRobot } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { number } from '#texts/index.ts';
import { api, taken } from '../../../api.ts';
import { Empty } from '../../../components/empty.tsx';
import { Failure } from '../../../components/failure.tsx';
import { LiveMark } from '../../../components/live-mark.tsx';
import { useNow } from '../../../components/use-now.ts';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../words.tsx';
import { everyHour, fullest, seriesOf, sumHours, type HourSum } from './hours.ts';
import { FutureList } from './future-list.tsx';

const FutureChart = lazy(async () => ({ default: (await import('./future-chart.tsx')).FutureChart }));

/** `/automations/future`: what is planned for a week, hour by hour, against what the bots can send. */
export function FuturePage() {
  const { t } = useWords();
  const now = useNow(60_000);
  const [view, setView] = useState<'chart' | 'list'>('chart');
  const query = useQuery({ queryKey: ['future'], queryFn: () => taken(api.GET('/api/future')) });
  const rows = query.data?.hours;
  const rest = t('web.future.rest');
  const series = useMemo(() => seriesOf(rows ?? [], rest), [rows, rest]);
  const sums = useMemo(() => sumHours(rows ?? [], series), [rows, series]);
  const hours = useMemo(() => everyHour(sums, now), [sums, now]);
  return (
    <div className="page">
      <header className="bar wrap">
        <ActionIcon
          component={Link}
          to="/automations"
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('web.builder.back')}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
        <h1 tabIndex={-1}>{t('web.future.title')}</h1>
        <LiveMark />
        <span className="sp" />
        {sums.length > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={t('web.future.view')}
            value={view}
            onChange={(next) => setView(next === 'list' ? 'list' : 'chart')}
            data={[
              { value: 'chart', label: t('web.future.chart') },
              { value: 'list', label: t('web.future.list') },
            ]}
          />
        )}
      </header>
      {query.isPending ? (
        <Waiting rows={6} height={40} />
      ) : query.error ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : sums.length === 0 ? (
        <Empty icon={IconCalendarStats} text={t('web.future.none')}>
          <Link to="/automations">{t('web.builder.back')}</Link>
        </Empty>
      ) : (
        <div className="future" tabIndex={0} role="region" aria-label={t('web.future.title')}>
          <p className="s t2 future-lead">{t('web.future.lead')}</p>
          <Limit hours={hours} bots={query.data.bots} perHour={query.data.perHour} />
          <section className="card future-part">
            {view === 'chart' ? (
              <Suspense fallback={<Waiting rows={6} height={40} />}>
                <FutureChart hours={hours} series={series} perHour={query.data.perHour} />
              </Suspense>
            ) : (
              <FutureList rows={query.data.hours} />
            )}
          </section>
        </div>
      )}
    </div>
  );
}

/** Whether all of it can be sent in time, said before anybody counts bars. */
function Limit({ hours, bots, perHour }: { hours: readonly HourSum[]; bots: number; perHour: number }) {
  const { t, at, language } = useWords();
  const most = fullest(hours);
  const total = hours.reduce((sum, one) => sum + one.total, 0);
  if (!most) return null;
  const isOver = bots === 0 || most.total > perHour;
  const facts = { when: at(most.hour), count: number(language, most.total) };
  return (
    <div className={isOver ? 'tip wait' : 'tip'} role="status">
      {isOver ? <IconAlertTriangle size={18} aria-hidden="true" /> : <IconRobot size={18} aria-hidden="true" />}
      <div className="sp s col g4">
        <b>{t('web.future.total', { count: total })}</b>
        <span>{bots === 0 ? t('web.future.no_bots') : t(isOver ? 'web.future.over' : 'web.future.fits', facts)}</span>
        {bots > 0 && (
          <span className="t3">{t('web.future.limit', { count: bots, perHour: number(language, perHour) })}</span>
        )}
      </div>
    </div>
  );
}
