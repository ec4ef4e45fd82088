import type { KindDescription } from '../record/kind';

/** Interactions 互动: calls, visits, messages. */
export const interaction: KindDescription = {
  kind: 'interaction',
  path: '/interactions',
  title: 'subject',
  fields: [
    { name: 'subject', type: 'text', group: 'content', writable: true, sortable: true, width: 240 },
    { name: 'kind', type: 'choice', values: { codes: 'interactionKind', of: ['CALL', 'EMAIL', 'MEETING', 'VISIT', 'WECHAT', 'SMS', 'OTHER'] }, group: 'basics', writable: true, required: true, sortable: true, counted: true, width: 90 },
    { name: 'time', type: 'instant', group: 'basics', writable: true, required: true, sortable: true, width: 150 },
    { name: 'customerId', type: 'reference', refersTo: 'customer', group: 'basics', writable: true, width: 220 },
    { name: 'contactId', type: 'reference', refersTo: 'contact', group: 'basics', writable: true, width: 140 },
    { name: 'text', type: 'lines', group: 'content', writable: true, width: 320 },
    { name: 'createdAt', type: 'instant', group: 'record', sortable: true, width: 130 },
    { name: 'createdBy', type: 'user', group: 'record', sortable: true, counted: true, width: 110 },
    { name: 'updatedAt', type: 'instant', group: 'record', sortable: true, width: 130 },
    { name: 'updatedBy', type: 'user', group: 'record', sortable: true, counted: true, width: 110 },
  ],
  columns: ['subject', 'kind', 'time', 'customerId', 'contactId', 'text', 'createdBy'],
  card: ['customerId', 'kind', 'time'],
  sort: ['-time'],
  views: [{ id: 'all' }, { id: 'mine', filter: "createdBy eq '{me}'" }],
  inline: ['kind'],
  form: ['kind', 'customerId', 'contactId', 'subject', 'text', 'time'],
  moreForm: [],
  batch: false,
  hasPage: true,
};
