/** How the reader has arranged a view: his own habit, kept in this browser and not in the address. */
export interface Arrangement {
  columns?: readonly string[];
  widths?: Readonly<Record<string, number>>;
}

const key = (kind: string, view: string) => `rapport.list.${kind}.${view}`;

export function arrangementOf(kind: string, view: string): Arrangement {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(kind, view)) ?? '{}');
    return kept && typeof kept === 'object' ? (kept as Arrangement) : {};
  } catch {
    return {};
  }
}

export function rememberArrangement(kind: string, view: string, arrangement: Arrangement): void {
  try {
    localStorage.setItem(key(kind, view), JSON.stringify(arrangement));
  } catch {
    // Without storage the arrangement lives as long as the page.
  }
}
