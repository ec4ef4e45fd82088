import { useTranslation } from 'react-i18next';
import type texts from './texts/zh-CN.json';

export type Reason = keyof typeof texts.reasons;

/** Why two customers may be one, in words. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation('merges');
  return <>{reasons.map((reason) => t(`reasons.${reason}`)).join('、')}</>;
}
