import { Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

/** The search over everything. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  return (
    <Modal open title={t('title')} footer={null} onCancel={onClose} destroyOnHidden>
      <Input.Search autoFocus aria-label={t('title')} onSearch={(q) => {
        onClose();
        void navigate(`/customers?q=${encodeURIComponent(q)}`);
      }} />
    </Modal>
  );
}
