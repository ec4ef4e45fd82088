import type { KindDescription } from '../record/kind';

/** Contacts 联系人: people. */
export const contact: KindDescription = {
  kind: 'contact',
  path: '/contacts',
  title: 'name',
  fields: [
    { name: 'name', type: 'text', group: 'basics', writable: true, required: true, sortable: true, width: 180 },
    { name: 'position', type: 'text', group: 'basics', writable: true, sortable: true, counted: true, width: 140 },
    { name: 'customerId', type: 'reference', refersTo: 'customer', group: 'basics', writable: true, width: 240 },
    { name: 'phone', type: 'phone', group: 'contact', writable: true, sortable: true, width: 160 },
    { name: 'email', type: 'email', group: 'contact', writable: true, sortable: true, width: 220 },
    { name: 'createdAt', type: 'instant', group: 'record', sortable: true, width: 130 },
    { name: 'createdBy', type: 'user', group: 'record', sortable: true, counted: true, width: 110 },
    { name: 'updatedAt', type: 'instant', group: 'record', sortable: true, width: 130 },
    { name: 'updatedBy', type: 'user', group: 'record', sortable: true, counted: true, width: 110 },
  ],
  columns: ['name', 'position', 'customerId', 'phone', 'email', 'updatedAt'],
  card: ['customerId', 'position', 'phone'],
  sort: ['name'],
  views: [{ id: 'all' }, { id: 'mine', filter: "createdBy eq '{me}'" }],
  inline: ['position'],
  form: ['name', 'customerId', 'position', 'phone', 'email'],
  moreForm: [],
  batch: false,
  hasPage: true,
};
