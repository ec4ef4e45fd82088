import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useAppearance } from '../frame/appearance';
import { FONTS, palettes } from '../frame/theme';
import type { ChartProperties } from './Chart';
import styles from './Chart.module.css';

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

/** Draws the bars of a chart; a click leads to the list behind one. */
export default function Bars({ bars, series }: ChartProperties) {
  const place = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const appearance = useAppearance();

  useEffect(() => {
    const colours = palettes[appearance];
    const chart = init(place.current!, undefined, { renderer: 'svg' });
    chart.setOption({
      animationDuration: 250,
      textStyle: { fontFamily: FONTS, color: colours.text },
      grid: { left: 4, right: 12, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category', inverse: true, data: [...bars], axisTick: { show: false }, axisLine: { lineStyle: { color: colours.line } },
        axisLabel: { color: colours.text, width: 96, overflow: 'truncate' },
      },
      tooltip: {
        backgroundColor: colours.surface, borderColor: colours.line, textStyle: { color: colours.text }, confine: true, renderMode: 'richText',
        formatter: (at: { seriesIndex: number; dataIndex: number; name: string }) => {
          const one = series[at.seriesIndex]!;
          return `${at.name}${series.length > 1 ? ` · ${one.name}` : ''}\n${one.texts[at.dataIndex]}`;
        },
      },
      series: series.map((one, at) => ({
        type: 'bar', name: one.name, stack: 'all', data: [...one.values], barMaxWidth: 20, cursor: 'pointer',
        itemStyle: { color: colours.accent, opacity: 0.3 + (0.7 * (at + 1)) / series.length, borderColor: colours.surface, borderWidth: series.length > 1 ? 1 : 0 },
      })),
    });
    chart.on('click', (event) => {
      const to = series[event.seriesIndex ?? 0]?.to[event.dataIndex];
      if (to) void navigate(to);
    });
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(place.current!);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [bars, series, appearance, navigate]);
  return <div ref={place} className={styles.bars} />;
}
