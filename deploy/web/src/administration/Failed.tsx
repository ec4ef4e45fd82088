import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Failed as What } from './setting';

/** What was refused, field by field; what others have saved meanwhile can be read in its place. */
export function Failed({ failed, onReload }: { failed: What | null; onReload?: () => void }) {
  const { t } = useTranslation('administration');
  if (!failed) return null;
  return (
    <Alert type="error" showIcon role="alert" style={{ marginBottom: 12 }} title={failed.message}
      action={failed.outdated && onReload && <Button size="small" onClick={onReload}>{t('reload')}</Button>}
      description={failed.fields.length > 0 && (
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {failed.fields.map(({ field, message }) => <li key={field + message}>{field && <code>{field}</code>} {message}</li>)}
        </ul>
      )} />
  );
}
