import { Alert } from 'antd';
import type { Failed as What } from './setting';

/** What was refused, field by field. */
export function Failed({ failed }: { failed: What | null }) {
  if (!failed) return null;
  return (
    <Alert type="error" showIcon role="alert" style={{ marginBottom: 12 }} title={failed.message}
      description={failed.fields.length > 0 && (
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {failed.fields.map(({ field, message }) => <li key={field + message}>{field && <code>{field}</code>} {message}</li>)}
        </ul>
      )} />
  );
}
