import { BellOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { readAgain } from '../record/saving';
import { Inbox } from './Inbox';
import { listen, notificationsQuery } from './notifications';

/** How much is new for me, live; opened it shows what, and that counts as read. */
export default function Bell() {
  const { t } = useTranslation('notifications');
  const client = useQueryClient();
  const found = useQuery(notificationsQuery);
  const [open, setOpen] = useState(false);
  const unread = found.data?.unread ?? 0;
  const newest = found.data?.items[0]?.id;

  useEffect(() => listen(() => {
    void client.invalidateQueries({ queryKey: notificationsQuery.queryKey });
    readAgain(client, 'task');
  }), [client]);

  const turn = (shown: boolean) => {
    setOpen(shown);
    // What is new stays marked while it is looked at.
    if (!shown && unread > 0 && newest !== undefined) {
      void post('/api/notifications/read', { upTo: newest }).then(() => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }));
    }
  };
  return (
    <>
      <span className="unseen" role="status">{unread > 0 ? t('unread', { count: unread }) : ''}</span>
      <Popover open={open} onOpenChange={turn} trigger="click" placement="bottomRight" arrow={false}
        content={<Inbox notifications={found.data?.items} failed={found.isError} onOpen={() => turn(false)} />}>
        <Button type="text" aria-haspopup="dialog" aria-expanded={open} aria-label={unread > 0 ? t('openUnread', { count: unread }) : t('open')}
          icon={<Badge count={unread} size="small" overflowCount={99}><BellOutlined aria-hidden /></Badge>} />
      </Popover>
    </>
  );
}
