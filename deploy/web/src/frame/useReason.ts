import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '../api/problem';

/** Why something was refused or failed, in words for the user. */
export function useReason(): (failed: unknown) => string {
  const { t } = useTranslation();
  return useCallback((failed: unknown) => failed instanceof Unreachable ? t('failure.offlineHint')
    : failed instanceof Problem && failed.told ? failed.document.errors?.map(({ message }) => message).join(' ') || failed.message
      : failed instanceof Problem && failed.passing ? t('failure.unavailableHint') : t('failure.fault'), [t]);
}
