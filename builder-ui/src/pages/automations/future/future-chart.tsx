import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { number } from '#texts/index.ts';
import { usePhone } from '../../../shell/use-phone.ts';
import { useWords } from '../../../words.tsx';
import { fullest, type HourSum, type Series } from './hours.ts';

/** The hours of a week as bars, with the line of what the bots can send where it comes near. */
export function FutureChart({
  hours,
  series,
  perHour,
}: {
  hours: readonly HourSum[];
  series: readonly Series[];
  perHour: number;
}) {
  const { t, at, language } = useWords();
  const phone = usePhone();
  const most = fullest(hours);
  const said = (amount: number) => number(language, amount);
  // One tick a day, at its first hour that is there.
  const days = new Set<string>();
  const ticks = hours.filter(({ hour }) => {
    const day = at(hour, 'date');
    return days.has(day) ? false : days.add(day);
  });
  const shown = phone ? ticks.filter((_, index) => index % 2 === 1) : ticks.slice(1);
  // A limit a thousand times higher than the bars would flatten them.
  const limitIsNear = perHour > 0 && (most?.total ?? 0) * 4 > perHour;
  return (
    <div
      className="future-chart"
      role="img"
      aria-label={t('web.future.chart_words', { when: at(most?.hour ?? ''), count: said(most?.total ?? 0) })}
    >
      <BarChart
        h="100%"
        type="stacked"
        data={hours.map((one) => ({ hour: at(one.hour), ...one.parts }))}
        dataKey="hour"
        series={series.map((one, index) => ({ name: one.key, label: one.name, color: `var(--c${index + 1})` }))}
        withLegend={series.length > 1}
        legendProps={{ verticalAlign: 'bottom', height: 40 }}
        maxBarWidth={14}
        gridAxis="x"
        gridColor="var(--line)"
        textColor="var(--text-3)"
        strokeDasharray="0"
        tickLine="none"
        valueFormatter={said}
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 16, bottom: 0, left: 0 } }}
        xAxisProps={{
          interval: 0,
          ticks: shown.map((one) => at(one.hour)),
          tickFormatter: (hour: string) => hour.replace(/,.*$/, ''),
        }}
        yAxisProps={{ width: 48, allowDecimals: false }}
        referenceLines={limitIsNear ? [{ y: perHour, label: t('web.future.bots_limit'), color: 'var(--bad)' }] : []}
        tooltipAnimationDuration={0}
        tooltipProps={{ cursor: { fill: 'var(--hover)' } }}
      />
    </div>
  );
}
