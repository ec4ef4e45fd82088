import { CopyOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post, remove } from '../api/client';
import { moment } from '../api/formats';
import { useLanguage } from '../frame/language';
import { useReason } from '../frame/useReason';

const PATH = '/api/calendar/feed';

/** The secret address at which other calendars read my tasks: opened, copied once, ended. */
export default function FeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const language = useLanguage();
  const reasonOf = useReason();
  const { message } = App.useApp();
  const client = useQueryClient();
  const feed = useQuery({ queryKey: ['calendar', 'feed'], queryFn: ({ signal }) => get<{ open: boolean; since?: string }>(PATH, {}, signal) });
  const [address, setAddress] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const doing = async (what: () => Promise<void>) => {
    setSending(true);
    try {
      await what();
      await client.invalidateQueries({ queryKey: ['calendar', 'feed'] });
    } catch (failed) {
      message.error(reasonOf(failed));
    } finally {
      setSending(false);
    }
  };
  const open = () => doing(async () => {
    const { body } = await post<{ url: string }>(PATH);
    setAddress(new URL(body.url, location.origin).href);
  });
  const end = () => doing(async () => {
    await remove(PATH);
    setAddress(null);
  });
  const copy = async () => {
    await navigator.clipboard.writeText(address!);
    message.success(t('feed.copied'));
  };
  return (
    <Modal open title={t('feed.title')} onCancel={onClose} footer={<Button onClick={onClose}>{t('feed.close')}</Button>}>
      <p>{t('feed.hint')}</p>
      {address && (
        <>
          <Alert type="warning" showIcon title={t('feed.once')} />
          <Space.Compact block style={{ margin: '12px 0' }}>
            <Input readOnly value={address} aria-label={t('feed.address')} onFocus={(event) => event.target.select()} />
            <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>{t('feed.copy')}</Button>
          </Space.Compact>
        </>
      )}
      {feed.data?.open && !address && <p>{t('feed.since', { time: moment(feed.data.since ?? '', language) })}</p>}
      <Space wrap>
        <Button type={address ? 'default' : 'primary'} loading={sending} onClick={() => void open()}>{t(feed.data?.open ? 'feed.renew' : 'feed.create')}</Button>
        {feed.data?.open && <Button danger loading={sending} onClick={() => void end()}>{t('feed.end')}</Button>}
      </Space>
    </Modal>
  );
}
