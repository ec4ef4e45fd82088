import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { label } from '../api/formats';
import { teamsQuery, useUsers } from '../api/settings';
import type { DirectoryTeam } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { Failed } from './Failed';
import { Labels } from './Labels';
import { loadSetting, useDoing, type Setting } from './setting';
import styles from './administration.module.css';

const pathOf = (path: string) => `/api/directory/teams${path.split('/').map(encodeURIComponent).join('/')}`;

/** Teams below teams: whoever leads one sees what those below it do. */
export default function Teams() {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const teams = useQuery(teamsQuery);
  const users = useUsers();
  const [edited, setEdited] = useState<Setting<DirectoryTeam> | null>(null);
  const [unread, setUnread] = useState<unknown>(null);
  if (teams.isError) return <Failure error={teams.error} onRetry={() => void teams.refetch()} />;
  if (!teams.data) return <Skeleton active />;
  return (
    <>
      <div className={styles.tools}>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited({ body: { path: '/', label: {}, active: true }, version: null })}>{t('newTeam')}</Button>
      </div>
      {unread !== null && <Failure error={unread} />}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('sections.teams')}>
        <table className={styles.table}>
          <thead><tr>
            <th scope="col">{t('name')}</th><th scope="col">{t('path')}</th><th scope="col">{t('members')}</th><th scope="col">{t('state')}</th>
            <th scope="col"><span className="unseen">{t('actions')}</span></th>
          </tr></thead>
          <tbody>
            {[...teams.data].sort((first, second) => first.path.localeCompare(second.path)).map((team) => (
              <tr key={team.path}>
                <th scope="row" style={{ paddingInlineStart: 10 + 20 * (team.path.split('/').length - 2) }}>{label(team.label, language, team.path)}</th>
                <td><code>{team.path}</code></td>
                <td>{(users ?? []).filter((user) => user.team === team.path).map((user) => user.displayName ?? user.name).join('、') || '–'}</td>
                <td>{team.active ? t('active') : <Tag>{t('inactive')}</Tag>}</td>
                <td className={styles.actions}>
                  <Button size="small" aria-label={t('editOf', { what: label(team.label, language, team.path) })} onClick={() => {
                    setUnread(null);
                    loadSetting<DirectoryTeam>(pathOf(team.path)).then(setEdited, setUnread);
                  }}>{t('edit')}</Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {edited && <TeamDialog stored={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function TeamDialog({ stored, onClose }: { stored: Setting<DirectoryTeam>; onClose: () => void }) {
  const { t } = useTranslation(['administration', 'record']);
  const fresh = stored.version === null;
  const [team, setTeam] = useState(stored.body);
  const [tried, setTried] = useState(false);
  const doing = useDoing(['directory']);
  const nameless = Object.keys(team.label ?? {}).length === 0;
  const wrongPath = !/^(\/[a-z0-9][a-z0-9-]*)+$/.test(team.path);
  const save = async () => {
    setTried(true);
    if (nameless || (fresh && wrongPath)) return;
    if (await doing.save(pathOf(team.path), { label: team.label, active: team.active }, stored.version)) onClose();
  };
  return (
    <Modal open title={fresh ? t('administration:newTeam') : team.path} onCancel={onClose} onOk={() => void save()} okText={t('record:save')}
      cancelText={t('record:cancel')} okButtonProps={{ loading: doing.busy }} destroyOnHidden>
      <Failed failed={doing.failed} />
      {fresh && (
        <label className={styles.field}>
          <span>{t('administration:path')}</span>
          <Input autoFocus value={team.path} maxLength={200} status={tried && wrongPath ? 'error' : undefined} onChange={(event) => setTeam({ ...team, path: event.target.value })} />
          <span className={styles.hint}>{t('administration:pathHint')}</span>
          {tried && wrongPath && <span role="alert" className={styles.fault}>{t('administration:faults.path')}</span>}
        </label>
      )}
      <Labels label={team.label ?? {}} what={t('administration:name')} onChange={(labels) => setTeam({ ...team, label: labels })} />
      {tried && nameless && <div role="alert" className={styles.fault}>{t('administration:faults.label')}</div>}
      <Checkbox checked={team.active} onChange={(event) => setTeam({ ...team, active: event.target.checked })}>{t('administration:teamActive')}</Checkbox>
    </Modal>
  );
}
