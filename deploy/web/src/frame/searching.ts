import { storeOf } from '../api/store';

/** Whether the search over everything is open; any button may open it. */
export const searching = storeOf(false);
