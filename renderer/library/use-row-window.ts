import type { RefObject } from 'react'
import { type RowWindow, windowOf } from './row-window.ts'
import { useSeen } from './use-seen.ts'

/** Only so many rows further is a list drawn anew. */
export const rowsPerStep = 2

/** Which of `count` rows of one height to build in a scroller. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { window: RowWindow; look: () => void } {
  const { seen, look } = useSeen(scroller, rowsPerStep * rowHeight)
  return { window: windowOf(seen, rowHeight, count), look }
}
