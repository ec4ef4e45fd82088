import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import styles from './Chart.module.css';

const Bars = lazy(() => import('./Bars'));

export interface Series {
  name: string;
  values: readonly number[];
  /** What a bar says when it is pointed at. */
  texts: readonly string[];
  /** The list behind each bar. */
  to: readonly string[];
}

export interface ChartProperties {
  bars: readonly string[];
  series: readonly Series[];
}

const BAR_PX = 34;

/**
 * Lying bars, drawn when they are first seen. A picture for the eye alone: what it says stands beside it as text, with
 * the same links, for readers of screens and for the keyboard.
 */
export function Chart(properties: ChartProperties) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setSeen(true);
    });
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={place} aria-hidden className={styles.chart} style={{ height: Math.max(1, properties.bars.length) * BAR_PX + 8 }}>
      {seen && properties.bars.length > 0 && <Suspense fallback={null}><Bars {...properties} /></Suspense>}
    </div>
  );
}
