import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../record/kind';
import styles from './ColumnChooser.module.css';

/** Which columns there are and in which order: by keyboard too. */
export default function ColumnChooser({ fields, chosen, usual, nameOf, onChange, onClose }: {
  fields: readonly Field[]; chosen: readonly string[]; usual: readonly string[]; nameOf: (field: Field) => string;
  onChange: (columns: readonly string[]) => void; onClose: () => void;
}) {
  const { t } = useTranslation('list');
  const [find, setFind] = useState('');
  const shown = chosen.map((name) => fields.find((field) => field.name === name)).filter((field): field is Field => field !== undefined);
  const others = fields.filter((field) => !chosen.includes(field.name));
  const matching = (field: Field) => nameOf(field).toLowerCase().includes(find.trim().toLowerCase());
  const move = (name: string, by: number) => {
    const names = shown.map((field) => field.name);
    const at = names.indexOf(name);
    const to = at + by;
    if (to < 0 || to >= names.length) return;
    [names[at], names[to]] = [names[to]!, names[at]!];
    onChange(names);
  };
  return (
    <Drawer open title={t('columns.label')} onClose={onClose} size={340}
      extra={<Button size="small" onClick={() => onChange(usual)}>{t('columns.reset')}</Button>}>
      <Input type="search" aria-label={t('columns.find')} placeholder={t('columns.find')} allowClear value={find} onChange={(event) => setFind(event.target.value)} />
      <ul className={styles.columns}>
        {shown.filter(matching).map((field) => {
          const name = nameOf(field);
          const at = shown.indexOf(field);
          return (
            <li key={field.name}>
              <Checkbox checked disabled={shown.length === 1} onChange={() => onChange(shown.filter((each) => each !== field).map((each) => each.name))}>
                {name}
              </Checkbox>
              <span className={styles.moves}>
                <Button size="small" type="text" disabled={at === 0} icon={<ArrowUpOutlined aria-hidden />} aria-label={t('columns.up', { column: name })}
                  onClick={() => move(field.name, -1)} />
                <Button size="small" type="text" disabled={at === shown.length - 1} icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={t('columns.down', { column: name })} onClick={() => move(field.name, 1)} />
              </span>
            </li>
          );
        })}
        {others.filter(matching).map((field) => (
          <li key={field.name}>
            <Checkbox checked={false} onChange={() => onChange([...shown.map((each) => each.name), field.name])}>{nameOf(field)}</Checkbox>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
