/** Whether a key press belongs to something that takes text: then it is no shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return !!target?.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]')
    && !(target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio'));
}
