import { RecordList } from '../list/RecordList';
import { opportunity } from './opportunity';

export default function OpportunitiesPage() {
  return <RecordList description={opportunity} />;
}
