import { AppstoreOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keepChoice } from './choice';
import styles from './Board.module.css';

/** The same opportunities as a board or as a list. */
export function PipelineTabs({ at }: { at: 'board' | 'list' }) {
  const { t } = useTranslation('pipeline');
  return (
    <div className={styles.tabs}>
      {at === 'board' && <h1>{t('title')}</h1>}
      <nav aria-label={t('shownAs')}>
        <Link to="/pipeline/board" aria-current={at === 'board' ? 'page' : undefined} onClick={() => keepChoice('board')}>
          <AppstoreOutlined aria-hidden /> {t('board')}
        </Link>
        <Link to="/pipeline?view=open" aria-current={at === 'list' ? 'page' : undefined} onClick={() => keepChoice('list')}>
          <UnorderedListOutlined aria-hidden /> {t('list')}
        </Link>
      </nav>
    </div>
  );
}
