import { RecordList } from '../list/RecordList';
import { contact } from './contact';

export default function ContactsPage() {
  return <RecordList description={contact} />;
}
