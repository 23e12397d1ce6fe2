/** Moves the keyboard's focus to a row, so that a screen reader reads it and it is in view. */
export const rowId = (key: string): string => `row-${key}`;

/** Scrolls no further than needed. */
export function showRow(key: string): void {
  document.getElementById(rowId(key))?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

export function focusRow(key: string): void {
  const link = document.getElementById(rowId(key));
  if (link === null) return;
  link.focus({ preventScroll: true });
  showRow(key);
}
