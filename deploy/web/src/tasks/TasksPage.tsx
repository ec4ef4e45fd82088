import { RecordList } from '../list/RecordList';
import { task } from './task';

export default function TasksPage() {
  return <RecordList description={task} />;
}
