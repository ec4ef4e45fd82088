import type { SavedView } from '../api/types';
import type { BuiltInView, KindDescription } from '../record/kind';

/** What a list shows. All of it stands in the address: a link is the view. */
export interface ListState {
  /** The tab that is marked: a built-in view or the id of a saved one. */
  view: string;
  q: string;
  filter: string;
  /** Fields, the most important first, with `-` before those that descend. */
  sort: readonly string[];
  columns: readonly string[];
  /** The record in the side panel. */
  peek: string | null;
}

const CHANGED = ['q', 'filter', 'sort', 'columns'] as const;

/** What a view shows before anybody changes anything. */
export type ViewContents = Pick<ListState, 'q' | 'filter' | 'sort' | 'columns'>;

export function contentsOf(view: BuiltInView | SavedView, description: KindDescription, user: string): ViewContents {
  const saved = 'recordKind' in view;
  return {
    q: saved ? view.q ?? '' : '',
    filter: (view.filter ?? '').replaceAll('{me}', user.replaceAll("'", "''")),
    sort: view.sort?.length ? view.sort : description.sort,
    columns: saved && view.columns.length > 0 ? view.columns : description.columns,
  };
}

/** Reads an address; what it does not say is as in its view, or as the reader last had it there. */
export function readAddress(parameters: URLSearchParams, views: readonly (BuiltInView | SavedView)[],
  description: KindDescription, user: string, remembered: readonly string[] | null): ListState {
  const named = parameters.get('view');
  const view = views.find(({ id }) => id === named) ?? views[0]!;
  // A link to a view that the reader does not see still says what it shows.
  const contents = contentsOf(view, description, user);
  const names = (parameter: string) => parameters.get(parameter)?.split(',').map((name) => name.trim()).filter(Boolean);
  return {
    view: view.id,
    q: parameters.get('q') ?? contents.q,
    filter: parameters.get('filter') ?? contents.filter,
    sort: names('sort') ?? contents.sort,
    columns: names('columns') ?? remembered ?? contents.columns,
    peek: parameters.get('peek'),
  };
}

/**
 * Writes an address. A saved view is written out in full, so that a link shows the same to somebody who does not have
 * the view; of a built-in one only what was changed.
 */
export function writeAddress(state: ListState, view: BuiltInView | SavedView, first: boolean, description: KindDescription,
  user: string): URLSearchParams {
  const saved = 'recordKind' in view;
  const contents = contentsOf(view, description, user);
  const parameters = new URLSearchParams();
  if (!first) parameters.set('view', view.id);
  for (const name of CHANGED) {
    const value = state[name];
    const text = typeof value === 'string' ? value : value.join(',');
    const usual = contents[name];
    const same = text === (typeof usual === 'string' ? usual : usual.join(','));
    if (!same || (saved && text !== '')) parameters.set(name, text);
  }
  if (state.peek) parameters.set('peek', state.peek);
  return parameters;
}

/** Whether the list shows something else than its view. */
export function isChanged(state: ListState, contents: ViewContents): boolean {
  return CHANGED.some((name) => String(state[name]) !== String(contents[name]));
}

/** A click sorts by one field, again turns it round, again leaves the list's own order; with shift it adds one. */
export function sortedBy(sort: readonly string[], field: string, add: boolean): readonly string[] {
  const before = sort.find((key) => key === field || key === `-${field}`);
  const next = before === undefined ? field : before === field ? `-${field}` : null;
  if (!add) return next === null ? [] : [next];
  const others = sort.filter((key) => key !== before);
  if (before === undefined) return [...others, field];
  return next === null ? others : sort.map((key) => (key === before ? next : key));
}
