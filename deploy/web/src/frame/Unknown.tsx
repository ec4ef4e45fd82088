import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Where no room is. */
export function Unknown() {
  const { t } = useTranslation();
  return (
    <Result
      title={t('unknown.title')}
      subTitle={t('unknown.hint')}
      icon={<span />}
      extra={<Link to="/"><Button type="primary">{t('unknown.home')}</Button></Link>}
    />
  );
}
