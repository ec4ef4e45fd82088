import type { KindDescription } from '../record/kind';

/** The part that somebody has in a purchase: 决策者, 购买者, 影响者, 使用者. */
export const ROLES = ['DECISION_MAKER', 'BUYER', 'INFLUENCER', 'USER', 'OTHER'] as const;

/** Contacts 联系人: people. */
export const contact: KindDescription = {
  kind: 'contact',
  path: '/contacts',
  title: 'name',
  fields: [
    { name: 'name', type: 'text', group: 'basics', writable: true, required: true, sortable: true, width: 180 },
    { name: 'position', type: 'text', group: 'basics', writable: true, sortable: true, counted: true, width: 140 },
    { name: 'department', type: 'text', group: 'basics', writable: true, sortable: true, counted: true, width: 140 },
    { name: 'customerId', type: 'reference', refersTo: 'customer', group: 'basics', writable: true, width: 240 },
    { name: 'links.role', type: 'choice', values: { codes: 'customerRole', of: ROLES }, group: 'basics', counted: true, listed: false, width: 120 },
    { name: 'kind', type: 'choice', values: { codes: 'contactKind', of: ['CUSTOMER', 'PROSPECT', 'PARTNER', 'SUPPLIER', 'OTHER'] }, group: 'basics', writable: true, sortable: true, counted: true, width: 110 },
    { name: 'tags', type: 'texts', group: 'basics', writable: true, counted: true, width: 180 },
    { name: 'owner', type: 'user', group: 'basics', writable: true, sortable: true, counted: true, width: 120 },
    { name: 'team', type: 'team', group: 'basics', sortable: true, counted: true, width: 130 },
    { name: 'responsibilities', type: 'lines', group: 'basics', writable: true, width: 220 },
    { name: 'phone', type: 'phone', group: 'contact', writable: true, sortable: true, width: 160 },
    { name: 'email', type: 'email', group: 'contact', writable: true, sortable: true, width: 220 },
    { name: 'wechat', type: 'text', group: 'contact', writable: true, sortable: true, width: 140 },
    { name: 'address.street', type: 'text', group: 'contact', writable: true, sortable: true, width: 220 },
    { name: 'address.city', type: 'text', group: 'contact', writable: true, sortable: true, counted: true, width: 110 },
    { name: 'birthday', type: 'date', group: 'contact', writable: true, sortable: true, width: 120 },
    { name: 'interests', type: 'texts', group: 'content', writable: true, counted: true, width: 180 },
    { name: 'notes', type: 'lines', group: 'content', writable: true, width: 240 },
    { name: 'createdAt', type: 'instant', group: 'record', sortable: true, width: 130 },
    { name: 'createdBy', type: 'user', group: 'record', sortable: true, counted: true, width: 110 },
    { name: 'updatedAt', type: 'instant', group: 'record', sortable: true, width: 130 },
    { name: 'updatedBy', type: 'user', group: 'record', sortable: true, counted: true, width: 110 },
  ],
  columns: ['name', 'position', 'customerId', 'phone', 'email', 'tags', 'owner', 'updatedAt'],
  card: ['customerId', 'position', 'phone'],
  sort: ['name'],
  views: [{ id: 'all' }, { id: 'mine', filter: "owner eq '{me}' or owner exists false and createdBy eq '{me}'" }],
  inline: ['position', 'owner', 'tags'],
  form: ['name', 'customerId', 'position', 'phone', 'email'],
  moreForm: ['department', 'kind', 'wechat', 'tags', 'birthday', 'notes'],
  batch: true,
  hasPage: true,
};
