import { RecordList } from '../list/RecordList';
import { customer } from './customer';

export default function CustomersPage() {
  return <RecordList description={customer} />;
}
