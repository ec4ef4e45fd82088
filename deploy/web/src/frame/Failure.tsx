import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '../api/problem';
import { Notice } from './Notice';
import { useReason } from './useReason';

/** What went wrong, why, and what to do, for a part of the page that cannot be shown. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const status = error instanceof Problem ? error.status : 0;
  const title = error instanceof Unreachable ? t('failure.offline')
    : status === 404 ? t('failure.unknown')
      : status === 403 ? t('failure.forbidden')
        : error instanceof Problem && error.passing ? t('failure.unavailable')
          : error instanceof Problem && error.told ? error.document.title : t('failure.fault');
  const detail = error instanceof Problem || error instanceof Unreachable ? reasonOf(error) : undefined;
  return (
    <Notice alert title={title} hint={detail === title ? undefined : detail}>
      {onRetry && <Button type="primary" onClick={onRetry}>{t('failure.retry')}</Button>}
    </Notice>
  );
}
