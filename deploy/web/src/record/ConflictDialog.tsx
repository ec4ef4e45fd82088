import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../api/store';
import { useLanguage } from '../frame/language';
import { conflict, type Conflict } from './conflict';
import { FieldValue } from './FieldValue';
import { fieldOf, mergePatches, patched, patchOf, valueOf, type Field } from './kind';
import { KINDS } from './kinds';
import { useChoices, useFieldLabel, useFields } from './useFields';
import styles from './ConflictDialog.module.css';

/** Both versions of what two people changed, field by field, for the reader to choose. */
export default function ConflictDialog() {
  const open = useStore(conflict);
  return open && <Choosing key={`${open.theirs.id} ${open.theirs.version}`} conflict={open} />;
}

function Choosing({ conflict: { kind, theirs, mine, resolve } }: { conflict: Conflict }) {
  const { t } = useTranslation('record');
  const language = useLanguage();
  const fields = useFields(KINDS[kind]);
  const nameOf = useFieldLabel(kind);
  const choices = useChoices();
  const changed = namesIn(mine).map((name) => fieldOf({ fields }, name)
    ?? ({ name, type: 'text', group: 'basics', label: { en: name } } satisfies Field));
  const [kept, setKept] = useState<Record<string, 'mine' | 'theirs'>>({});
  const wanted = patched(theirs, mine);
  const apply = () => resolve(changed.filter((field) => (kept[field.name] ?? 'mine') === 'mine')
    .reduce<Record<string, unknown>>((all, field) => mergePatches(all, patchOf(field.name, valueOf(wanted, field.name))), {}));
  return (
    <Modal open zIndex={1900} title={t('conflict.title')} okText={t('conflict.apply')} cancelText={t('cancel')} onOk={apply}
      onCancel={() => resolve({})} mask={{ closable: false }} width={640}>
      <p>{t('conflict.hint')}</p>
      <table className={styles.table}>
        <thead><tr><th scope="col">{t('conflict.field')}</th><th scope="col">{t('conflict.mine')}</th><th scope="col">{t('conflict.theirs')}</th></tr></thead>
        <tbody>
          {changed.map((field) => {
            const value = (which: 'mine' | 'theirs') => (
              <td>
                <Radio name={field.name} checked={(kept[field.name] ?? 'mine') === which}
                  onChange={() => setKept({ ...kept, [field.name]: which })}>
                  <FieldValue field={field} record={which === 'mine' ? wanted : theirs} choices={choices(field)} language={language} />
                </Radio>
              </td>
            );
            return <tr key={field.name}><th scope="row">{nameOf(field)}</th>{value('mine')}{value('theirs')}</tr>;
          })}
        </tbody>
      </table>
    </Modal>
  );
}

/** The fields that a merge patch names; parts of an address are fields of their own, an amount of money is one. */
function namesIn(patch: object, prefix = ''): string[] {
  return Object.entries(patch).flatMap(([name, value]) =>
    value && typeof value === 'object' && !Array.isArray(value) && !('currency' in value) && !('amount' in value)
      ? namesIn(value as object, `${prefix}${name}.`) : [prefix + name]);
}
