import { SearchOutlined } from '@ant-design/icons';
import { Modal, Spin } from 'antd';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMe } from '../api/me';
import type { RecordKind } from '../api/types';
import { KINDS, pageOf } from '../record/kinds';
import { Result, useRecent, useTold } from './Result';
import { recent, recentFirst } from './recent';
import { useSearch } from './useSearch';
import styles from './SearchDialog.module.css';

const TYPED_MS = 120;
const LONGEST = 200;

/** A line to choose: a record, or all that was found of a kind. */
interface Line {
  id: string;
  to: string;
  kind: RecordKind;
  title: string;
  detail: string;
}

interface Section {
  key: string;
  title: string;
  lines: readonly Line[];
}

/** The search over everything: names, numbers, phone digits, pinyin and initials, whatever kind of record it is. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['search', 'record']);
  const navigate = useNavigate();
  const me = useMe();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [composing, setComposing] = useState(false);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (composing) return undefined;
    const pause = setTimeout(() => {
      setQ(typed.trim());
      setAt(0);
    }, typed.trim() === '' ? 0 : TYPED_MS);
    return () => clearTimeout(pause);
  }, [typed, composing]);

  const found = useSearch(q);
  const opened = useMemo(() => recent(me.user), [me.user]);
  const told = useTold(found.groups.flatMap(({ records }) => records));
  const before = useRecent(q === '' ? opened : []);
  const sections = useMemo<readonly Section[]>(() => q === ''
    ? before.length === 0 ? [] : [{ key: 'recent', title: t('search:recent'), lines: before.map(({ kind, id: record, name }) =>
      ({ id: record, to: pageOf(kind, record), kind, title: name, detail: t(`record:kinds.${kind}`) })) }]
    : found.groups.map(({ kind, records, total }) => ({
      key: kind,
      title: t(`record:kinds.${kind}`),
      lines: [
        ...recentFirst(records, opened).map((record) => ({ id: record.id, to: pageOf(kind, record.id), kind, ...told(kind, record) })),
        ...(total > records.length
          ? [{ id: `all-${kind}`, to: `${KINDS[kind].path}?q=${encodeURIComponent(q)}`, kind, title: t('search:all', { count: total }), detail: '' }]
          : []),
      ],
    })), [q, before, found.groups, opened, told, t]);
  const lines = sections.flatMap((section) => section.lines);
  const marked = lines[Math.min(at, lines.length - 1)];

  const open = (line: Line | undefined) => {
    if (!line) return;
    onClose();
    void navigate(line.to);
  };
  const step = (by: number) => {
    const next = lines.length === 0 ? 0 : (Math.min(at, lines.length - 1) + by + lines.length) % lines.length;
    setAt(next);
    list.current?.querySelector(`[data-line="${CSS.escape(lines[next]?.id ?? '')}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const nothing = q !== '' && !found.searching && lines.length === 0;
  return (
    <Modal open title={<span className="unseen">{t('search:title')}</span>} footer={null} onCancel={onClose} destroyOnHidden closable={false}
      width={640} style={{ top: 72 }} styles={{ header: { margin: 0 }, body: { padding: 0 } }}>
      <div className={styles.box}>
        <SearchOutlined aria-hidden />
        <input
          autoFocus className={styles.input} role="combobox" aria-label={t('search:title')} aria-expanded={lines.length > 0}
          aria-controls={id} aria-autocomplete="list" aria-activedescendant={marked && `${id}-${marked.id}`} maxLength={LONGEST}
          placeholder={t('search:hint')} value={typed} onChange={(event) => setTyped(event.target.value)}
          onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              step(event.key === 'ArrowDown' ? 1 : -1);
            } else if (event.key === 'Enter' && typed.trim() === q) {
              event.preventDefault();
              open(marked);
            }
          }}
        />
        {found.searching && <Spin size="small" aria-label={t('search:searching')} />}
      </div>
      <div className={styles.found} ref={list} id={id} role="listbox" aria-label={t('search:found')}>
        {sections.map((section) => (
          <div key={section.key} role="group" aria-labelledby={`${id}-${section.key}`}>
            <div id={`${id}-${section.key}`} className={styles.heading} role="presentation">{section.title}</div>
            {section.lines.map((line) => (
              <Result key={line.id} id={`${id}-${line.id}`} line={line} q={q} marked={line === marked} onOpen={() => open(line)}
                onPoint={() => setAt(lines.indexOf(line))} />
            ))}
          </div>
        ))}
      </div>
      <p className={nothing || (q === '' && lines.length === 0) ? styles.nothing : 'unseen'} role="status">
        {nothing ? t('search:nothing', { q }) : q === '' ? t('search:begin') : found.searching ? ''
          : t('search:count', { count: lines.length })}
      </p>
      {found.failed.length > 0 && (
        <p className={styles.failed} role="alert">
          {t('search:failed', { kinds: found.failed.map((kind) => t(`record:kinds.${kind}`)).join('、') })}
        </p>
      )}
      <div className={styles.keys} aria-hidden><kbd>↑</kbd><kbd>↓</kbd> {t('search:choose')} <kbd>Enter</kbd> {t('search:open')} <kbd>Esc</kbd> {t('search:close')}</div>
    </Modal>
  );
}
