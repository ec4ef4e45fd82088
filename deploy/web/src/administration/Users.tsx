import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Select, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { label } from '../api/formats';
import { usersQuery, useTeams } from '../api/settings';
import type { DirectoryUser } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { Failed } from './Failed';
import { isRole, USER_ROLES } from './roles';
import { loadSetting, useDoing, type Setting } from './setting';
import styles from './administration.module.css';

const NAME = /^\S{1,100}$/;
const pathOf = (name: string) => `/api/directory/users/${encodeURIComponent(name)}`;

/** Who works here, in which team, and what each may do. */
export default function Users() {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const users = useQuery(usersQuery);
  const teams = useTeams();
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<Setting<DirectoryUser> | null>(null);
  const [unread, setUnread] = useState<unknown>(null);
  const teamName = (path: string | undefined) => path && label(teams?.find((team) => team.path === path)?.label, language, path);
  if (users.isError) return <Failure error={users.error} onRetry={() => void users.refetch()} />;
  if (!users.data) return <Skeleton active />;
  const q = typed.trim().toLowerCase();
  const shown = users.data.filter((user) => q === '' || `${user.name} ${user.displayName ?? ''} ${teamName(user.team) ?? ''}`.toLowerCase().includes(q));
  return (
    <>
      <div className={styles.tools}>
        <Input type="search" style={{ width: 220 }} value={typed} placeholder={t('searchUsers')} aria-label={t('searchUsers')} onChange={(event) => setTyped(event.target.value)} />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited({ body: { name: '', active: true, roles: ['rep'] }, version: null })}>{t('newUser')}</Button>
      </div>
      {unread !== null && <Failure error={unread} />}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('sections.users')}>
        <table className={styles.table}>
          <thead><tr>
            <th scope="col">{t('displayName')}</th><th scope="col">{t('userName')}</th><th scope="col">{t('role')}</th><th scope="col">{t('team')}</th>
            <th scope="col">{t('state')}</th><th scope="col"><span className="unseen">{t('actions')}</span></th>
          </tr></thead>
          <tbody>
            {shown.map((user) => (
              <tr key={user.name}>
                <th scope="row">{user.displayName ?? user.name}</th>
                <td><bdi>{user.name}</bdi></td>
                <td>{(user.roles ?? []).map((role) => (isRole(role) ? t(`roles.${role}`) : role)).join('、')}</td>
                <td>{teamName(user.team) ?? '–'}</td>
                <td>{user.active ? t('active') : <Tag>{t('inactive')}</Tag>}</td>
                <td className={styles.actions}>
                  <Button size="small" aria-label={t('editOf', { what: user.displayName ?? user.name })} onClick={() => {
                    setUnread(null);
                    loadSetting<DirectoryUser>(pathOf(user.name)).then(setEdited, setUnread);
                  }}>{t('edit')}</Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {edited && <UserDialog stored={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function UserDialog({ stored, onClose }: { stored: Setting<DirectoryUser>; onClose: () => void }) {
  const { t } = useTranslation(['administration', 'record']);
  const language = useLanguage();
  const teams = useTeams();
  const fresh = stored.version === null;
  const [user, setUser] = useState(stored.body);
  const [tried, setTried] = useState(false);
  const doing = useDoing(['directory'], ['me']);
  const wrong = !NAME.test(user.name);
  const save = async () => {
    setTried(true);
    if (wrong) return;
    const { name, ...rest } = user;
    if (await doing.save(pathOf(name), { ...rest, displayName: user.displayName?.trim() || name, roles: user.roles ?? [] }, stored.version)) onClose();
  };
  return (
    <Modal open title={fresh ? t('administration:newUser') : t('administration:editOf', { what: user.displayName ?? user.name })} onCancel={onClose}
      onOk={() => void save()} okText={t('record:save')} cancelText={t('record:cancel')} okButtonProps={{ loading: doing.busy }} destroyOnHidden>
      <form onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}>
        <Failed failed={doing.failed} />
        {fresh && (
          <label className={styles.field}>
            <span>{t('administration:userName')}</span>
            <Input autoFocus value={user.name} maxLength={100} autoComplete="off" status={tried && wrong ? 'error' : undefined} onChange={(event) => setUser({ ...user, name: event.target.value })} />
            <span className={styles.hint}>{t('administration:userNameHint')}</span>
            {tried && wrong && <span role="alert" className={styles.fault}>{t('administration:faults.userName')}</span>}
          </label>
        )}
        <label className={styles.field}>
          <span>{t('administration:displayName')}</span>
          <Input value={user.displayName ?? ''} maxLength={100} onChange={(event) => setUser({ ...user, displayName: event.target.value })} />
        </label>
        <label className={styles.field}>
          <span>{t('administration:role')}</span>
          <Select mode="multiple" aria-label={t('administration:role')} value={user.roles ?? []} options={USER_ROLES.map((role) => ({ value: role, label: t(`administration:roles.${role}`) }))}
            onChange={(roles: string[]) => setUser({ ...user, roles })} />
        </label>
        <label className={styles.field}>
          <span>{t('administration:team')}</span>
          <Select aria-label={t('administration:team')} allowClear value={user.team} options={(teams ?? []).filter((team) => team.active || team.path === user.team)
            .map((team) => ({ value: team.path, label: `${label(team.label, language, team.path)} (${team.path})` }))}
            onChange={(team: string | undefined) => setUser({ ...user, team })} />
        </label>
        <Checkbox checked={user.active} onChange={(event) => setUser({ ...user, active: event.target.checked })}>{t('administration:activeHint')}</Checkbox>
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}
