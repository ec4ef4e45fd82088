import { DownloadOutlined, MergeCellsOutlined, SettingOutlined, UploadOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { address } from '../api/client';
import { isSearchable, may, useMe } from '../api/me';
import { COLLECTIONS, listQuery } from '../api/records';
import { viewsQuery } from '../api/settings';
import type { AnyRecord, SavedView } from '../api/types';
import { usePhone, useTouch } from '../frame/appearance';
import { startCreating } from '../frame/creating';
import { Failure } from '../frame/Failure';
import { MenuButton } from '../frame/MenuButton';
import { Notice } from '../frame/Notice';
import { useLanguage } from '../frame/language';
import type { BuiltInView, Field, KindDescription } from '../record/kind';
import { pageOf } from '../record/kinds';
import { useChoices, useFieldLabel, useFields } from '../record/useFields';
import { contentsOf, isChanged, readAddress, sortedBy, writeAddress, type ListState } from './address';
import { Cards } from './Cards';
import { FilterBar } from './FilterBar';
import { Footer } from './Footer';
import { useReferredNames } from './names';
import { arrangementOf, rememberArrangement, type Arrangement } from './remembered';
import { Table } from './Table';
import { useNews } from './useNews';
import { ViewTabs } from './ViewTabs';
import styles from './RecordList.module.css';

const BatchBar = lazy(() => import('./BatchBar'));
const ColumnChooser = lazy(() => import('./ColumnChooser'));
const InlineEdit = lazy(() => import('./InlineEdit'));
const Peek = lazy(() => import('./Peek'));

const TYPED_MS = 250;
const NONE: ReadonlySet<string> = new Set();

/** The list of a kind of record: what it shows stands in the address. */
export function RecordList({ description }: { description: KindDescription }) {
  const { kind } = description;
  const { t } = useTranslation(['list', 'record', 'frame']);
  const me = useMe();
  const language = useLanguage();
  const phone = usePhone();
  const touch = useTouch();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const nameOf = useFieldLabel(kind);
  const choicesOf = useChoices();
  const all = useFields(description);
  const listed = useMemo(() => all.filter((field) => field.listed !== false), [all]);
  const filterable = useMemo(() => all.filter((field) => field.filterable !== false && isSearchable(me, kind, field.name)),
    [all, me, kind]);
  const saved = useQuery(viewsQuery(kind)).data;
  const views = useMemo<readonly (BuiltInView | SavedView)[]>(() => [...description.views, ...(saved ?? [])], [description, saved]);

  const viewId = parameters.get('view') ?? views[0]!.id;
  const [arrangements, setArrangements] = useState<Record<string, Arrangement>>({});
  const arrangement = arrangements[viewId] ?? arrangementOf(kind, viewId);
  const state = readAddress(parameters, views, description, me.user, arrangement.columns ?? null);
  const view = views.find(({ id }) => id === state.view) ?? views[0]!;
  const usual = contentsOf(view, description, me.user);
  const changed = isChanged({ ...state, columns: 'recordKind' in view ? state.columns : usual.columns }, usual);

  const arrange = (next: Arrangement) => {
    rememberArrangement(kind, viewId, next);
    setArrangements((before) => ({ ...before, [viewId]: next }));
  };
  const addressOf = (next: ListState, of: BuiltInView | SavedView) => writeAddress(next, of, of === views[0], description, me.user);
  const update = (next: Partial<ListState>, replace = false) => setParameters(addressOf({ ...state, ...next }, view), { replace });
  const latest = useRef({ state, update, arrange, arrangement, description });
  latest.current = { state, update, arrange, arrangement, description };

  const byRelevance = state.q !== '' && state.sort.join() === usual.sort.join();
  const query = { q: state.q, filter: state.filter, sort: byRelevance ? undefined : state.sort.join(',') };
  // What others change meanwhile arrives without moving the rows, see useNews.
  const list = useInfiniteQuery({ ...listQuery(kind, query), placeholderData: keepPreviousData, refetchOnWindowFocus: false });
  const records = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const newest = list.data?.pages.at(-1);
  const total = newest?.total ?? 0;
  const columns = useMemo(() => state.columns.map((name) => listed.find((field) => field.name === name))
    .filter((field): field is Field => field !== undefined), [state.columns.join(), listed]);
  const cardFields = useMemo(() => description.card.map((name) => listed.find((field) => field.name === name))
    .filter((field): field is Field => field !== undefined), [description, listed]);
  const names = useReferredNames(records, phone ? cardFields : columns);

  const question = `${state.q}\n${state.filter}`;
  const [ticks, setTicks] = useState<{ question: string; ids: ReadonlySet<string> | 'all' }>({ question, ids: NONE });
  const ticked = ticks.question === question ? ticks.ids : NONE;
  const lastTicked = useRef<string | null>(null);
  const [editing, setEditing] = useState<{ id: string; field: Field; at: DOMRect } | null>(null);
  const [choosing, setChoosing] = useState(false);
  const news = useNews(kind, query, list, (id) => ticked === 'all' || ticked.has(id) || editing?.id === id);

  const ticking = !phone && description.batch && may(me, kind, 'write');
  const near = useCallback(() => {
    if (list.hasNextPage && !list.isFetchingNextPage && !list.isPlaceholderData) void list.fetchNextPage();
  }, [list.hasNextPage, list.isFetchingNextPage, list.isPlaceholderData, list.fetchNextPage]);
  const open = useCallback((id: string) => {
    const { state: shown, update: change, description: of } = latest.current;
    if (shown.peek === id && of.hasPage) void navigate(pageOf(of.kind, id));
    else change({ peek: id }, shown.peek !== null);
  }, [navigate]);
  const tick = useCallback((id: string, range: boolean) => {
    setTicks((before) => {
      const old = before.question === question ? before.ids : NONE;
      const next = new Set(old === 'all' ? records.map((record) => record.id) : old);
      const from = range && lastTicked.current ? records.findIndex((record) => record.id === lastTicked.current) : -1;
      const to = records.findIndex((record) => record.id === id);
      const span = from < 0 ? [id] : records.slice(Math.min(from, to), Math.max(from, to) + 1).map((record) => record.id);
      const add = !next.has(id);
      span.forEach((each) => (add ? next.add(each) : next.delete(each)));
      lastTicked.current = id;
      return { question, ids: next };
    });
  }, [question, records]);
  const tickAll = useCallback(() => setTicks((before) => {
    const every = before.question === question && (before.ids === 'all' || records.every((record) => (before.ids as ReadonlySet<string>).has(record.id)));
    return { question, ids: every ? NONE : new Set(records.map((record) => record.id)) };
  }), [question, records]);
  const sort = useCallback((field: string, add: boolean) => {
    const next = sortedBy(latest.current.state.sort, field, add);
    latest.current.update({ sort: next.length > 0 ? next : latest.current.description.sort });
  }, []);
  const resize = useCallback((field: string, width: number) => {
    const { arrange: keep, arrangement: now } = latest.current;
    keep({ ...now, widths: { ...now.widths, [field]: width } });
  }, []);
  const setColumns = (next: readonly string[]) => {
    arrange({ ...arrangement, columns: next });
    update({ columns: next }, true);
  };
  const move = useCallback((field: string, before: string) => {
    const { state: shown, arrange: keep, arrangement: now, update: change } = latest.current;
    if (field === before || !shown.columns.includes(field)) return;
    const others = shown.columns.filter((name) => name !== field);
    const at = others.indexOf(before);
    const next = [...others.slice(0, at), field, ...others.slice(at)];
    keep({ ...now, columns: next });
    change({ columns: next }, true);
  }, []);
  const edit = useCallback((record: AnyRecord, field: Field, at: HTMLElement) =>
    setEditing({ id: record.id, field, at: at.getBoundingClientRect() }), []);

  const edited = editing && records.find(({ id }) => id === editing.id);
  const peekAt = state.peek === null ? -1 : records.findIndex(({ id }) => id === state.peek);
  const narrowed = state.q !== '' || state.filter !== '';
  const exportAddress = (format: string) =>
    address(`${COLLECTIONS[kind]}/export`, { format, q: state.q, filter: state.filter, sort: query.sort });

  return (
    <div className={styles.list}>
      <h1 className="unseen">{t(`record:kinds.${kind}`)}</h1>
      <div className={styles.top}>
        <ViewTabs description={description} views={views} state={state} changed={changed}
          addressOf={(of) => `?${addressOf({ ...state, ...contentsOf(of, description, me.user), view: of.id,
            columns: arrangementOf(kind, of.id).columns ?? contentsOf(of, description, me.user).columns }, of).toString()}`}
          onChoose={(id) => setParameters((before) => {
            if (id === views[0]!.id) return new URLSearchParams();
            before.set('view', id);
            return before;
          })}
          onReset={() => {
            arrange({ widths: arrangement.widths });
            update({ ...usual });
          }} />
        <div className={styles.tools}>
          <SearchBox q={state.q} label={t('list:search')} onChange={(q) => update({ q }, true)} />
          <FilterBar kind={kind} expression={state.filter} fields={filterable} nameOf={nameOf} onChange={(filter) => update({ filter })} />
          <span className={styles.right}>
            {description.merged && may(me, kind, 'write') && (
              <Link to="/merges" className={styles.tool} aria-label={t('list:duplicates')} title={t('list:duplicates')}><MergeCellsOutlined aria-hidden /></Link>
            )}
            {description.imported && may(me, kind, 'write') && (
              <Link to={`/imports/${kind}`} className={styles.tool} aria-label={t('list:import')} title={t('list:import')}><UploadOutlined aria-hidden /></Link>
            )}
            {may(me, kind, 'export') && (
              <MenuButton type="text" icon={<DownloadOutlined aria-hidden />} aria-label={t('list:export.label')} menu={{ items: [
                { key: 'csv', label: <a href={exportAddress('csv')} download>{t('list:export.csv')}</a> },
                { key: 'xlsx', label: <a href={exportAddress('xlsx')} download>{t('list:export.xlsx')}</a> },
              ] }} />
            )}
            {!phone && (
              <Button type="text" icon={<SettingOutlined aria-hidden />} aria-label={t('list:columns.label')} onClick={() => setChoosing(true)} />
            )}
          </span>
        </div>
      </div>
      <div className={styles.body}>
        <div className={styles.rows}>
          {ticked !== NONE && (ticked === 'all' || ticked.size > 0) && (
            <Suspense fallback={null}>
              <BatchBar description={description} fields={all} ticked={ticked} records={records} total={total} q={state.q} filter={state.filter}
                onTickAll={() => setTicks({ question, ids: 'all' })} onClear={() => setTicks({ question, ids: NONE })} />
            </Suspense>
          )}
          {list.isError && records.length === 0
            ? <Failure error={list.error} onRetry={() => void list.refetch()} />
            : list.isPending
              ? <Waiting label={t('list:loading')} />
              : total === 0
                ? <Empty narrowed={narrowed} kindName={t(`record:kinds.${kind}`)} mayCreate={may(me, kind, 'write')}
                    onClear={() => update({ q: '', filter: '' })} onCreate={() => startCreating(kind)} />
                : phone
                  ? <Cards description={description} fields={listed} records={records} total={total} language={language} nameOf={nameOf}
                      choicesOf={choicesOf} names={names} outdated={list.isPlaceholderData} onOpen={open} onNear={near} />
                  : <Table description={description} columns={columns} widths={arrangement.widths ?? NO_WIDTHS} records={records} total={total}
                      ticked={ticked} open={state.peek} sort={byRelevance ? NO_SORT : state.sort} language={language} nameOf={nameOf}
                      choicesOf={choicesOf} names={names} outdated={list.isPlaceholderData} touch={touch} ticking={ticking} onSort={sort}
                      onResize={resize} onMove={move} onTick={tick} onTickAll={tickAll} onOpen={open} onEdit={edit} onNear={near} />}
        </div>
        {state.peek !== null && (
          <Suspense fallback={phone ? null : <aside className={styles.peekWaiting} />}>
            <Peek description={description} id={state.peek}
              onClose={() => update({ peek: null }, true)}
              onPrevious={peekAt > 0 ? () => open(records[peekAt - 1]!.id) : undefined}
              onNext={peekAt >= 0 && peekAt < records.length - 1 ? () => open(records[peekAt + 1]!.id) : undefined} />
          </Suspense>
        )}
      </div>
      {newest ? <Footer total={total} loaded={records.length} lag={(news.looked ?? newest).lag} at={(news.looked ?? newest).at} waiting={news.waiting} onShow={news.show} /> : <footer className={styles.footer} />}
      {choosing && (
        <Suspense fallback={null}>
          <ColumnChooser fields={listed} chosen={state.columns} usual={usual.columns} nameOf={nameOf} onChange={setColumns}
            onClose={() => setChoosing(false)} />
        </Suspense>
      )}
      {editing && edited && (
        <Suspense fallback={null}>
          <InlineEdit kind={kind} record={edited} field={editing.field} label={nameOf(editing.field)} at={editing.at} onClose={() => setEditing(null)} />
        </Suspense>
      )}
    </div>
  );
}

const NO_WIDTHS = {};
const NO_SORT: readonly string[] = [];

/** The list follows while it is typed; not while characters are being composed, which is how Chinese is typed. */
function SearchBox({ q, label, onChange }: { q: string; label: string; onChange: (q: string) => void }) {
  const [typed, setTyped] = useState(q);
  const [sent, setSent] = useState(q);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const change = useRef(onChange);
  change.current = onChange;
  if (q !== sent) {
    // The address was changed elsewhere: by going back, say.
    setSent(q);
    setTyped(q);
  }
  const follow = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSent(text.trim());
      change.current(text.trim());
    }, TYPED_MS);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '/' && !(event.target as HTMLElement).closest('input, textarea, select, [role="dialog"]')) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
      clearTimeout(timer.current);
    };
  }, []);
  return (
    <input
      ref={input} className={styles.search} type="search" aria-label={label} placeholder={label} maxLength={500} value={typed}
      aria-keyshortcuts="/"
      onChange={(event) => {
        setTyped(event.target.value);
        if (!composing.current) follow(event.target.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        follow(event.currentTarget.value);
      }}
    />
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <div className={styles.waiting} role="status" aria-label={label}>
      {Array.from({ length: 12 }, (_, at) => <div key={at} className={styles.waitingRow}><span /></div>)}
    </div>
  );
}

function Empty({ narrowed, kindName, mayCreate, onClear, onCreate }:
  { narrowed: boolean; kindName: string; mayCreate: boolean; onClear: () => void; onCreate: () => void }) {
  const { t } = useTranslation('list');
  return (
    <Notice title={narrowed ? t('empty.filtered') : t('empty.title', { kind: kindName })}
      hint={narrowed ? t('empty.filteredHint') : mayCreate ? t('empty.hint') : null}>
      {narrowed ? <Button onClick={onClear}>{t('filter.clear')}</Button>
        : mayCreate && <Button type="primary" onClick={onCreate}>{t('empty.create', { kind: kindName })}</Button>}
    </Notice>
  );
}
