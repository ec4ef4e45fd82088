import { EllipsisOutlined, EnvironmentOutlined, MailOutlined, MessageOutlined, PhoneOutlined, TeamOutlined, WechatOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';

export const INTERACTION_KINDS = ['CALL', 'EMAIL', 'MEETING', 'VISIT', 'WECHAT', 'SMS', 'OTHER'] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

export const ICONS: Record<InteractionKind, ComponentType> = {
  CALL: PhoneOutlined, EMAIL: MailOutlined, MEETING: TeamOutlined, VISIT: EnvironmentOutlined, WECHAT: WechatOutlined,
  SMS: MessageOutlined, OTHER: EllipsisOutlined,
};

/** What is entered forty times a day first, each by one key: 1 to 7. */
export const QUICK: readonly InteractionKind[] = ['CALL', 'EMAIL', 'MEETING', 'VISIT', 'WECHAT', 'SMS', 'OTHER'];

/** The kind that a key stands for. */
export const quickKind = (key: string): InteractionKind | undefined => (/^[1-9]$/.test(key) ? QUICK[Number(key) - 1] : undefined);
