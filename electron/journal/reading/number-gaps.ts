import type { Content } from '../format/contents.ts'

type NumberGap = { from: number; to: number }

export type NumberGaps = {
  /** What stands in the files of the journal, one after another. */
  add: (content: Content) => void
  found: () => NumberGap[]
}

/** Looks for entries that are in no file. Where a journal begins, those before were put into a snapshot. */
export function createNumberGaps(): NumberGaps {
  const gaps: NumberGap[] = []
  let seenTo: number | null = null

  /** Everything up to `known` was flushed; the next number is above `next`. */
  const reach = (known: number, next: number): void => {
    if (seenTo !== null && known > seenTo) gaps.push({ from: seenTo + 1, to: known })
    seenTo = Math.max(seenTo ?? 0, next)
  }
  return {
    add: (content) => {
      if (content.is === 'journal') reach(content.header.follows, content.header.firstNumber - 1)
      if (content.is === 'entry') reach(content.entry.number - 1, content.entry.number)
    },
    found: () => gaps,
  }
}
