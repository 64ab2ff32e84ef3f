/** A row that is to be drawn, and where. */
export interface VisibleRow {
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

/** Rows drawn beyond either edge, so that scrolling does not show gaps. */
const beyond = 240;

/** Which of many rows are seen in a window, and how high all of them are. */
export function visibleRows(
  heights: readonly number[],
  window: { readonly from: number; readonly until: number },
): { readonly rows: readonly VisibleRow[]; readonly height: number } {
  const rows: VisibleRow[] = [];
  let top = 0;
  for (const [index, height] of heights.entries()) {
    if (top + height > window.from - beyond && top < window.until + beyond) rows.push({ index, top, height });
    top += height;
  }
  return { rows, height: top };
}
