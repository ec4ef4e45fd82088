import { RecordList } from '../list/RecordList';
import { order } from './order';

export default function OrdersPage() {
  return <RecordList description={order} />;
}
