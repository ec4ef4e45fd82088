import { useTranslation } from 'react-i18next';
import { useLanguage } from '../frame/language';
import { number } from '../api/formats';
import { REACHES, type Changes, type Place } from './rights';
import { isRole } from './roles';

/** The parts of the table of rights in the words of the reader; what has no name there, as it stands. */
export function useRightsNames() {
  const { t, i18n } = useTranslation('administration');
  const language = useLanguage();
  const named = (group: string, name: string) => (i18n.exists(`administration:${group}.${name}`) ? (t as (key: string) => string)(`${group}.${name}`) : name);
  const role = (name: string) => (isRole(name) ? t(`roles.${name}`) : name);
  const kind = (name: string) => named('rightsKinds', name);
  return {
    role, kind,
    /** `客户 · 修改` */
    place: (place: Place) => {
      const [, part, name, last] = place.split('.');
      if (part === 'exportRowsADay') return t('exportLimit');
      return part === 'kinds' ? `${kind(name!)} · ${named('rightsActions', last!)}`
        : `${named('fieldClasses', name!)} · ${last === 'full' ? t('fullClass') : t('maskedClass')}`;
    },
    value: (value: Changes[Place]) => (value === null ? t('noLimit')
      : typeof value === 'number' ? t('rowsADay', { count: value, shown: number(value, language) })
        : REACHES.includes(value) ? t(`reaches.${value}`) : value),
  };
}
