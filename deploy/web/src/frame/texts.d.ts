import 'i18next';
import type administration from '../administration/texts/zh-CN.json';
import type contacts from '../contacts/texts/zh-CN.json';
import type customers from '../customers/texts/zh-CN.json';
import type imports from '../imports/texts/zh-CN.json';
import type interactions from '../interactions/texts/zh-CN.json';
import type list from '../list/texts/zh-CN.json';
import type merges from '../merges/texts/zh-CN.json';
import type orders from '../orders/texts/zh-CN.json';
import type pipeline from '../pipeline/texts/zh-CN.json';
import type record from '../record/texts/zh-CN.json';
import type search from '../search/texts/zh-CN.json';
import type start from '../start/texts/zh-CN.json';
import type frame from './texts/zh-CN.json';

/** A key that no text has does not compile; that the languages have the same keys is checked by texts.test.ts. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: {
      administration: typeof administration;
      contacts: typeof contacts;
      customers: typeof customers;
      frame: typeof frame;
      imports: typeof imports;
      interactions: typeof interactions;
      list: typeof list;
      merges: typeof merges;
      orders: typeof orders;
      pipeline: typeof pipeline;
      record: typeof record;
      search: typeof search;
      start: typeof start;
    };
  }
}
