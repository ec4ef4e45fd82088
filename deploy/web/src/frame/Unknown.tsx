import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Notice } from './Notice';

/** Where no room is. */
export function Unknown() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Notice title={t('unknown.title')} hint={t('unknown.hint')}>
      <Button type="primary" onClick={() => void navigate('/')}>{t('unknown.home')}</Button>
    </Notice>
  );
}
