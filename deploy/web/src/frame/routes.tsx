import {
  ContactsOutlined, FundProjectionScreenOutlined, HomeOutlined, MessageOutlined, SettingOutlined, ShoppingOutlined, TeamOutlined,
} from '@ant-design/icons';
import { mayAdminister } from '../administration/access';
import { may } from '../api/me';
import type { Room } from './rooms';

/** Every room that there is, in the order of the rail. A feature adds its lines here and nothing else. */
export const ROOMS: readonly Room[] = [
  { path: '', name: 'start', rail: { icon: HomeOutlined, may: () => true }, page: () => import('../start/StartPage') },
  {
    path: 'customers', name: 'customers',
    rail: { icon: TeamOutlined, may: (me) => may(me, 'customer', 'read') },
    page: () => import('../customers/CustomersPage'),
  },
  { path: 'customers/:id', name: 'customers', page: () => import('../customers/CustomerPage') },
  {
    path: 'contacts', name: 'contacts',
    rail: { icon: ContactsOutlined, may: (me) => may(me, 'contact', 'read') },
    page: () => import('../contacts/ContactsPage'),
  },
  { path: 'contacts/:id', name: 'contacts', page: () => import('../contacts/ContactPage') },
  {
    path: 'pipeline', name: 'pipeline',
    rail: { icon: FundProjectionScreenOutlined, may: (me) => may(me, 'opportunity', 'read') },
    page: () => import('../pipeline/OpportunitiesPage'),
  },
  { path: 'pipeline/board', name: 'pipeline', page: () => import('../pipeline/BoardPage') },
  { path: 'pipeline/:id', name: 'pipeline', page: () => import('../pipeline/OpportunityPage') },
  {
    path: 'orders', name: 'orders',
    rail: { icon: ShoppingOutlined, may: (me) => may(me, 'order', 'read') },
    page: () => import('../orders/OrdersPage'),
  },
  { path: 'orders/:id', name: 'orders', page: () => import('../orders/OrderPage') },
  {
    path: 'interactions', name: 'interactions',
    rail: { icon: MessageOutlined, may: (me) => may(me, 'interaction', 'read') },
    page: () => import('../interactions/InteractionsPage'),
  },
  { path: 'interactions/:id', name: 'interactions', page: () => import('../interactions/InteractionPage') },
  { path: 'imports', name: 'imports', page: () => import('../imports/ImportsPage') },
  { path: 'imports/:kind', name: 'imports', page: () => import('../imports/ImportPage') },
  { path: 'merges', name: 'merges', page: () => import('../merges/DuplicatesPage') },
  { path: 'merges/:id', name: 'merges', page: () => import('../merges/AbsorbedPage') },
  { path: 'merges/:id/:from', name: 'merges', page: () => import('../merges/MergePage') },
  {
    path: 'administration', name: 'administration', rail: { icon: SettingOutlined, may: mayAdminister },
    page: () => import('../administration/AdministrationPage'),
  },
  { path: 'administration/:section', name: 'administration', page: () => import('../administration/AdministrationPage') },
];
