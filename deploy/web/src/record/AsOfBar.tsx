import { CloseOutlined, FieldTimeOutlined, StepBackwardOutlined, StepForwardOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Slider } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyRecord, RecordKind } from '../api/types';
import { useTouch } from '../frame/appearance';
import { useLanguage } from '../frame/language';
import { nextMoment, useAsOf } from './asOf';
import { momentsQuery } from './history';
import styles from './AsOfBar.module.css';

const STEPS = 500;
const SECOND_MS = 1000;

/** Turns the whole page back to a past moment: drag, step from change to change, or name a date. */
export function AsOfBar({ kind, now, changed, onClose }: { kind: RecordKind; now: AnyRecord; changed: number; onClose: () => void }) {
  const { t } = useTranslation('record');
  const language = useLanguage();
  const touch = useTouch();
  const [asOf, setAsOf] = useAsOf();
  const moments = useQuery(momentsQuery(kind, now.id)).data;
  const [last] = useState(() => Date.now());
  const first = Math.min(Date.parse(String(now.createdAt)) || last, last);
  const step = Math.max(SECOND_MS, Math.round((last - first) / STEPS));
  const chosen = asOf ? Date.parse(asOf) : last;
  const [dragged, setDragged] = useState<number | null>(null);
  useEffect(() => setDragged(null), [chosen]);
  const at = dragged ?? chosen;
  // A moment within a second of a change shows what the change has left.
  const changes = useMemo(() => (moments ?? []).map((moment) => Math.ceil(moment / SECOND_MS) * SECOND_MS), [moments]);
  const choose = (moment: number | undefined) =>
    setAsOf(moment === undefined || moment >= last ? undefined : new Date(Math.max(moment, Math.ceil(first / SECOND_MS) * SECOND_MS)).toISOString());
  const words = (moment: number) => new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' }).format(moment);
  const before = nextMoment(changes, Math.min(at, last), -1);
  const after = nextMoment(changes, at, 1);
  return (
    <section className={asOf ? `${styles.bar} ${styles.past}` : styles.bar} aria-label={t('asOf.title')}>
      <div className={styles.words} role="status">
        <FieldTimeOutlined aria-hidden />
        {asOf
          ? <span><strong>{t('asOf.then', { moment: words(chosen) })}</strong> {t('asOf.readOnly')} {changed > 0 ? t('asOf.changed', { count: changed }) : t('asOf.same')}</span>
          : <span>{t('asOf.hint')}</span>}
      </div>
      <div className={styles.controls}>
        <Button icon={<StepBackwardOutlined aria-hidden />} aria-label={t('asOf.before')} title={t('asOf.before')}
          disabled={before === undefined || before < first} onClick={() => choose(before)} />
        <Slider className={styles.slider} min={first} max={last} step={step} value={Math.min(Math.max(at, first), last)}
          ariaLabelForHandle={t('asOf.title')} ariaValueTextFormatterForHandle={words}
          tooltip={{ formatter: (moment) => moment !== undefined && words(moment) }}
          onChange={setDragged} onChangeComplete={(moment) => choose(moment >= last - step ? undefined : moment)} />
        <Button icon={<StepForwardOutlined aria-hidden />} aria-label={t('asOf.after')} title={t('asOf.after')} disabled={!asOf}
          onClick={() => choose(after)} />
        {touch
          ? <input type="datetime-local" className={styles.date} aria-label={t('asOf.date')} value={dayjs(at).format('YYYY-MM-DDTHH:mm')}
              onChange={(event) => event.target.value && choose(Date.parse(event.target.value))} />
          : <DatePicker className={styles.date} aria-label={t('asOf.date')} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={false}
              value={dayjs(at)} minDate={dayjs(first)} maxDate={dayjs(last)} onChange={(day) => day && choose(day.valueOf())} />}
        <Button icon={<CloseOutlined aria-hidden />} onClick={onClose}>{t('asOf.back')}</Button>
      </div>
    </section>
  );
}
