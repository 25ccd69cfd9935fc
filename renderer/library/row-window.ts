/** Beyond what is seen, so that a short scroll shows rows that are there already. */
export const rowsBeyond = 4

/** From `first` until before `end`. */
export type RowWindow = { first: number; end: number }

/** Which of `count` rows of one height are seen, with a few more on either side; all in CSS pixels. */
export function windowOf(
  { scrollTop, height }: { scrollTop: number; height: number },
  rowHeight: number,
  count: number,
): RowWindow {
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + rowsBeyond)
  const first = Math.min(end, Math.max(0, Math.floor(scrollTop / rowHeight) - rowsBeyond))
  return { first, end }
}

/** How far to scroll so that a row is wholly seen; where it is, if it is. */
export function scrollTopShowing(
  index: number,
  rowHeight: number,
  { scrollTop, height }: { scrollTop: number; height: number },
): number {
  const top = index * rowHeight
  return Math.max(Math.min(scrollTop, top), top + rowHeight - height)
}
