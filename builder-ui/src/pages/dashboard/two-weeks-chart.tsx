import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { number } from '#texts/index.ts';
import { usePhone } from '../../shell/use-phone.ts';
import { useWords } from '../../words.tsx';
import type { Dashboard } from './use-dashboard.ts';

/** The bars alone, in a chunk of their own: the drawing of charts is large. */
export function TwoWeeksChart({
  series,
  measure,
  currency,
}: {
  series: Dashboard['series'];
  measure: 'orders' | 'revenue';
  currency: string;
}) {
  const { t, day, money, language } = useWords();
  const value = (one: Dashboard['series'][number]) => (measure === 'orders' ? one.orders : (one.revenueMinor ?? 0));
  const shown = (amount: number) => (measure === 'orders' ? number(language, amount) : money(amount, currency));
  // Counted from today, so that today is always named.
  const step = usePhone() ? 3 : 2;
  const ticks = series.filter((_, index) => (series.length - 1 - index) % step === 0).map((one) => day(one.day));
  const best = series.reduce((a, b) => (value(b) > value(a) ? b : a));
  return (
    <div
      className="chart"
      role="img"
      aria-label={t('web.day.chart_words', {
        measure: t(`web.day.${measure}`),
        day: day(best.day),
        value: shown(value(best)),
      })}
    >
      <BarChart
        h="100%"
        data={series.map((one) => ({ day: day(one.day), value: value(one) }))}
        dataKey="day"
        series={[{ name: 'value', label: t(`web.day.${measure}`), color: 'var(--c1)' }]}
        maxBarWidth={36}
        gridAxis="x"
        gridColor="var(--line)"
        textColor="var(--text-3)"
        strokeDasharray="0"
        tickLine="none"
        valueFormatter={shown}
        barProps={{ radius: [4, 4, 0, 0], isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 16, bottom: 0, left: 0 } }}
        xAxisProps={{ interval: 0, ticks, tickFormatter: withoutWeekday }}
        yAxisProps={{ width: measure === 'orders' ? 32 : 76, allowDecimals: false }}
        tooltipAnimationDuration={0}
        tooltipProps={{ cursor: { fill: 'var(--hover)' } }}
      />
    </div>
  );
}

const withoutWeekday = (day: string): string => day.replace(/^\S+\s/, '');
