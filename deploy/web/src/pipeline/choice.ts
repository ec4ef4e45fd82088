const KEY = 'rapport.pipeline';

/** Whether the reader last chose the list; everybody begins with the board. */
export const prefersList = () => localStorage.getItem(KEY) === 'list';

export function keepChoice(choice: 'board' | 'list'): void {
  localStorage.setItem(KEY, choice);
}
