import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../words.tsx';
import type { Dashboard } from './use-dashboard.ts';

const TwoWeeksChart = lazy(async () => ({ default: (await import('./two-weeks-chart.tsx')).TwoWeeksChart }));

type Series = Dashboard['series'];

/** Fourteen days as bars or as a table; revenue only for those who see money. */
export function TwoWeeks({ series, currency }: { series: Series; currency: string }) {
  const { t } = useWords();
  const [measure, setMeasure] = useState<'orders' | 'revenue'>('orders');
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const seesMoney = series.some((one) => one.revenueMinor !== null);
  const orders = series.reduce((sum, one) => sum + one.orders, 0);
  return (
    <section className="card day-part two-weeks" aria-labelledby="day-weeks">
      <div className="row wrap">
        <div className="sp">
          <h2 id="day-weeks">{t('web.day.two_weeks')}</h2>
          {orders > 0 && <p className="s t3">{t('web.day.two_weeks_total', { count: orders })}</p>}
        </div>
        {orders > 0 && (
          <>
            {seesMoney && view === 'chart' && (
              <SegmentedControl
                aria-label={t('web.day.measure')}
                size="xs"
                value={measure}
                onChange={(value) => setMeasure(value as typeof measure)}
                data={[
                  { value: 'orders', label: t('web.day.orders') },
                  { value: 'revenue', label: t('web.day.revenue') },
                ]}
              />
            )}
            <SegmentedControl
              aria-label={t('web.day.view')}
              size="xs"
              value={view}
              onChange={(value) => setView(value as typeof view)}
              data={[
                { value: 'chart', label: t('web.day.chart') },
                { value: 'table', label: t('web.day.table') },
              ]}
            />
          </>
        )}
      </div>
      {orders === 0 ? (
        <p className="t2 none">{t('web.day.two_weeks_empty')}</p>
      ) : view === 'table' ? (
        <DayTable series={series} seesMoney={seesMoney} currency={currency} />
      ) : (
        <Suspense fallback={<div className="chart" aria-busy="true" />}>
          <TwoWeeksChart series={series} measure={seesMoney ? measure : 'orders'} currency={currency} />
        </Suspense>
      )}
    </section>
  );
}

function DayTable({ series, seesMoney, currency }: { series: Series; seesMoney: boolean; currency: string }) {
  const { t, day, money } = useWords();
  return (
    <div className="day-table" tabIndex={0} role="region" aria-label={t('web.day.two_weeks')}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('web.day.date')}</th>
            <th scope="col" className="num">
              {t('web.day.orders')}
            </th>
            {seesMoney && (
              <th scope="col" className="num">
                {t('web.day.revenue')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {series.toReversed().map((one) => (
            <tr key={one.day}>
              <td>{day(one.day)}</td>
              <td className={`num ${one.orders === 0 ? 't3' : ''}`}>{one.orders}</td>
              {seesMoney && (
                <td className={`num ${one.revenueMinor ? '' : 't3'}`}>{money(one.revenueMinor ?? 0, currency)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
