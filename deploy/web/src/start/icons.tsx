import { CalendarOutlined, ClockCircleOutlined, PauseCircleOutlined, PhoneOutlined, WarningOutlined } from '@ant-design/icons';

export type IconName = 'warning' | 'pause' | 'clock' | 'calendar' | 'silent';

export const ICONS = {
  warning: WarningOutlined, pause: PauseCircleOutlined, clock: ClockCircleOutlined, calendar: CalendarOutlined, silent: PhoneOutlined,
} as const;
