import type { Segment } from './segment.ts'

/**
 * Finds the entry that a document is of. Those of documents that are asked for in order are found by the way from one to the
 * next, any others by halving.
 */
export function entriesOf({ entryStarts, entryCount }: Segment): (document: number) => number {
  let [entry, start, end] = [0, 0, 0]

  function go(document: number): void {
    let [low, step] = [document < start ? 0 : entry, 1]
    // Mostly it is not far from there.
    while (low + step < entryCount && (entryStarts[low + step] ?? 0) <= document) {
      low += step
      step *= 2
    }
    let high = Math.min(low + step, entryCount)
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((entryStarts[middle] ?? 0) <= document) low = middle
      else high = middle
    }
    entry = low
    start = entryStarts[low] ?? 0
    end = entryStarts[low + 1] ?? 0
  }

  return (document) => {
    if (document < start || document >= end) go(document)
    return entry
  }
}
