import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Popconfirm, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import { day } from '../api/formats';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { Notice } from '../frame/Notice';
import { Failed } from './Failed';
import { loadSetting, useDoing } from './setting';
import styles from './administration.module.css';

interface Rates {
  date: string;
  base: string;
  rates: Record<string, string>;
}

interface Edited extends Rates {
  version: number | null;
  fixed: boolean;
}

const DECIMAL = /^\d{1,20}(\.\d{1,20})?$/;
const pathOf = (date: string) => `/api/exchange-rates/${date}`;

/** What one unit of a currency is worth, from a day on. */
export default function ExchangeRates() {
  const { t } = useTranslation(['administration', 'record']);
  const language = useLanguage();
  const days = useQuery({ queryKey: ['exchange-rates'], queryFn: ({ signal }) => get<{ items: Rates[] }>('/api/exchange-rates/days', {}, signal) });
  const [edited, setEdited] = useState<Edited | null>(null);
  const doing = useDoing(['exchange-rates']);
  const newest = days.data?.items[0];
  const today = new Date().toLocaleDateString('sv');
  return (
    <>
      <div className={styles.tools}>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} disabled={!days.data} onClick={() => setEdited({
          date: today, base: newest?.base ?? 'CNY', rates: newest?.rates ?? { USD: '', EUR: '', HKD: '', TWD: '', JPY: '' }, version: null, fixed: false,
        })}>{t('administration:newRates')}</Button>
      </div>
      <Failed failed={doing.failed} />
      {days.isError ? <Failure error={days.error} onRetry={() => void days.refetch()} /> : !days.data ? <Skeleton active />
        : days.data.items.length === 0 ? <Notice title={t('administration:noRates')} hint={t('administration:noRatesHint')} /> : (
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('administration:sections.exchange-rates')}>
            <table className={styles.table}>
              <thead><tr>
                <th scope="col">{t('administration:from')}</th><th scope="col">{t('administration:rates')}</th>
                <th scope="col"><span className="unseen">{t('administration:actions')}</span></th>
              </tr></thead>
              <tbody>
                {days.data.items.map((one) => (
                  <tr key={one.date}>
                    <th scope="row">{day(one.date, language)}</th>
                    <td>{Object.entries(one.rates).map(([currency, rate]) => `1 ${currency} = ${rate} ${one.base}`).join(' · ')}</td>
                    <td className={styles.actions}>
                      <Button size="small" aria-label={t('administration:editOf', { what: one.date })} onClick={() => void loadSetting<Rates>(pathOf(one.date))
                        .then(({ body, version }) => setEdited({ ...body, version, fixed: true }))}>{t('administration:edit')}</Button>
                      <Popconfirm title={t('administration:removeAsk')} okText={t('administration:remove')} cancelText={t('record:cancel')}
                        onConfirm={() => doing.remove(pathOf(one.date), null, t('administration:removed'))}>
                        <Button size="small" danger icon={<DeleteOutlined aria-hidden />} aria-label={t('administration:removeOf', { what: one.date })} />
                      </Popconfirm>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      {edited && <Dialog first={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function Dialog({ first, onClose }: { first: Edited; onClose: () => void }) {
  const { t } = useTranslation(['administration', 'record']);
  const [date, setDate] = useState(first.date);
  const [lines, setLines] = useState(Object.entries(first.rates).map(([currency, rate]) => ({ currency, rate })));
  const [tried, setTried] = useState(false);
  const doing = useDoing(['exchange-rates']);
  const given = lines.filter(({ currency, rate }) => currency !== '' || rate !== '');
  const wrong = (line: { currency: string; rate: string }) => !/^[A-Z]{3}$/.test(line.currency) || !DECIMAL.test(line.rate);
  const save = async () => {
    setTried(true);
    const rates = given.filter(({ rate }) => rate !== '');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || rates.length === 0 || rates.some(wrong)) return;
    if (await doing.save(pathOf(date), { base: first.base, rates: Object.fromEntries(rates.map(({ currency, rate }) => [currency, rate])) }, first.version)) onClose();
  };
  return (
    <Modal open title={t('administration:newRates')} onCancel={onClose} onOk={() => void save()} okText={t('record:save')} cancelText={t('record:cancel')}
      okButtonProps={{ loading: doing.busy }} destroyOnHidden>
      <Failed failed={doing.failed} />
      <label className={styles.field}>
        <span>{t('administration:from')}</span>
        <Input type="date" value={date} disabled={first.fixed} onChange={(event) => setDate(event.target.value)} />
      </label>
      {lines.map((line, at) => (
        <div key={at} className={styles.rate}>
          <span>1</span>
          <Input value={line.currency} maxLength={3} style={{ width: 80 }} aria-label={`${t('record:currency')} ${at + 1}`}
            onChange={(event) => setLines(lines.map((one, index) => (index === at ? { ...one, currency: event.target.value.toUpperCase() } : one)))} />
          <span>=</span>
          <Input value={line.rate} inputMode="decimal" aria-label={t('administration:rateOf', { currency: line.currency || String(at + 1) })}
            status={tried && line.rate !== '' && wrong(line) ? 'error' : undefined}
            onChange={(event) => setLines(lines.map((one, index) => (index === at ? { ...one, rate: event.target.value.trim() } : one)))} />
          <span>{first.base}</span>
        </div>
      ))}
      {tried && given.some((line) => line.rate !== '' && wrong(line)) && <div role="alert" className={styles.fault}>{t('administration:faults.rate')}</div>}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setLines([...lines, { currency: '', rate: '' }])}>{t('administration:addLine')}</Button>
    </Modal>
  );
}
