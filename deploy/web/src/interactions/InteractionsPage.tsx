import { RecordList } from '../list/RecordList';
import { interaction } from './interaction';

export default function InteractionsPage() {
  return <RecordList description={interaction} />;
}
