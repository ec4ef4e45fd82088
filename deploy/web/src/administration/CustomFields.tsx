import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { label } from '../api/formats';
import { customFieldsQuery } from '../api/settings';
import type { CustomField, RecordKind } from '../api/types';
import { Failure } from '../frame/Failure';
import { useLanguage } from '../frame/language';
import { Notice } from '../frame/Notice';
import { CustomFieldDialog } from './CustomFieldDialog';
import styles from './administration.module.css';

const KINDS: readonly RecordKind[] = ['customer', 'contact', 'opportunity', 'order', 'interaction'];

/** The fields that this company adds to each kind of record. */
export default function CustomFields() {
  const { t } = useTranslation(['administration', 'record']);
  const language = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const kind = KINDS.find((one) => one === parameters.get('kind')) ?? 'customer';
  const fields = useQuery(customFieldsQuery(kind));
  const [edited, setEdited] = useState<CustomField | 'new' | null>(null);
  return (
    <>
      <div className={styles.tools}>
        <Select aria-label={t('administration:kind')} value={kind} style={{ minWidth: 140 }}
          options={KINDS.map((one) => ({ value: one, label: t(`record:kinds.${one}`) }))}
          onChange={(chosen) => setParameters({ kind: chosen }, { replace: true })} />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>{t('administration:newField')}</Button>
      </div>
      {fields.isError ? <Failure error={fields.error} onRetry={() => void fields.refetch()} />
        : fields.isPending ? <Skeleton active />
          : fields.data.length === 0 ? <Notice title={t('administration:noFields')} hint={t('administration:noFieldsHint')} /> : (
            <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('administration:sections.custom-fields')}>
              <table className={styles.table}>
                <thead><tr>
                  <th scope="col">{t('administration:name')}</th><th scope="col">{t('administration:key')}</th><th scope="col">{t('administration:type')}</th>
                  <th scope="col">{t('administration:state')}</th><th scope="col"><span className="unseen">{t('administration:actions')}</span></th>
                </tr></thead>
                <tbody>
                  {fields.data.map((field) => (
                    <tr key={field.key}>
                      <th scope="row">{label(field.label, language, field.key)}</th>
                      <td><code>custom.{field.key}</code></td>
                      <td>{t(`administration:types.${field.type}`)}</td>
                      <td>
                        {field.deprecated ? <Tag>{t('administration:deprecated')}</Tag> : t('administration:inUse')}
                        {field.required && <Tag>{t('administration:required')}</Tag>}
                      </td>
                      <td className={styles.actions}><Button size="small" aria-label={t('administration:editOf', { what: label(field.label, language, field.key) })}
                        onClick={() => setEdited(field)}>{t('administration:edit')}</Button></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
      {edited && <CustomFieldDialog kind={kind} field={edited === 'new' ? null : edited} taken={(fields.data ?? []).map(({ key }) => key)} onClose={() => setEdited(null)} />}
    </>
  );
}
