import { CheckSquareOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ago, moment } from '../api/formats';
import { useNames } from '../api/records';
import { useUsers } from '../api/settings';
import { useLanguage } from '../frame/language';
import { pageOf } from '../record/kinds';
import type { Notification } from './notifications';
import styles from './Inbox.module.css';

/** What I was told, the newest first. */
export function Inbox({ notifications, failed, onOpen }: { notifications?: readonly Notification[]; failed: boolean; onOpen: () => void }) {
  const { t } = useTranslation('notifications');
  const language = useLanguage();
  const users = useUsers();
  const names = useNames('task', (notifications ?? []).map(({ recordId }) => recordId));
  if (!notifications) return failed ? <p className={styles.none}>{t('unavailable')}</p> : <Skeleton active title={false} style={{ width: 280 }} />;
  return (
    <section className={styles.inbox} aria-labelledby="inbox-title">
      <h2 id="inbox-title">{t('title')}</h2>
      {notifications.length === 0 ? <p className={styles.none}>{t('nothing')}</p> : (
        <ul>
          {notifications.map(({ id, kind, recordKind, recordId, actor, toldAt, read }) => {
            const who = users?.find(({ name }) => name === actor)?.displayName ?? actor;
            const Icon = kind === 'TASK_DUE' ? ClockCircleOutlined : CheckSquareOutlined;
            return (
              <li key={id} className={read ? undefined : styles.fresh}>
                <Icon aria-hidden />
                <span className={styles.words}>
                  <span>{!read && <b>{t('new')} </b>}{t(`kinds.${kind}`, { who: who ?? '' })}</span>
                  <Link to={pageOf(recordKind, recordId)} onClick={onOpen}>{names.get(recordId) || t('record')}</Link>
                </span>
                <time dateTime={toldAt} title={moment(toldAt, language)}>{ago(toldAt, language)}</time>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
