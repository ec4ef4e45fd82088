import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '../api/problem';

/** Why something was refused, in the words of the service; every field's where several are at fault. */
export function useReason(): (failed: unknown) => string {
  const { t } = useTranslation('frame');
  return (failed) => {
    if (failed instanceof Unreachable) return t('failure.offlineHint');
    if (!(failed instanceof Problem)) return t('failure.fault');
    const errors = failed.document.errors ?? [];
    return errors.length > 0 ? errors.map((error) => error.message).join(' ') : failed.message;
  };
}
