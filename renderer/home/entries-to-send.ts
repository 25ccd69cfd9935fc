import type { UnsentRow } from '../db/rows.ts'
import { onEntryCommitted } from '../db/transaction-changes.ts'
import { oldestUnsent, onUnsent } from '../db/unsent.ts'

type EntriesToSend = {
  /** Some of what the second home does not have yet, oldest first. */
  entries: readonly UnsentRow[]
  areAll: boolean
}

export type EntryList = {
  /** The oldest at most `most`, again and again the same until they are settled. */
  next: (most: number) => Promise<EntriesToSend>
  /** They are in the second home, and about to be taken off the list. */
  settled: (numbers: readonly number[]) => void
  /** What comes next is read from the database, whatever is known of it. */
  readAnew: () => void
  stop: () => void
}

/** So many wait in memory where the second home takes nothing; of more, the database knows. */
const mostWaiting = 200

/**
 * The list of what is to be sent; `hear` is called when something was added. What this page itself has just committed is not read
 * back, which would take longer than the second home takes to flush it: an entry whose number follows the last one that is known comes
 * from memory. Of what another connection commits only the number is told, so from there on the list is read.
 */
export function followEntries(hear: () => void): EntryList {
  let state: 'unread' | 'reading' | 'known' = 'unread'
  /** While the list is known: all of it. */
  let waiting: UnsentRow[] = []
  /** Whatever has a number up to this one was given, is in `waiting`, or is found by the next reading; 0 where none was heard of. */
  let accounted = 0

  const stops = [
    onEntryCommitted((entry) => {
      // The number that follows leaves no room for one that somebody else committed in between.
      const follows = state === 'known' && accounted > 0 && entry.number === accounted + 1
      if (follows && waiting.length < mostWaiting) waiting.push(entry)
      else readAnew()
      accounted = entry.number
      hear()
    }),
    onUnsent((highest) => {
      if (highest <= accounted) return
      if (Number.isFinite(highest)) accounted = highest
      readAnew()
      hear()
    }),
  ]

  function readAnew(): void {
    state = 'unread'
    waiting = []
  }

  async function next(most: number): Promise<EntriesToSend> {
    if (state === 'known') return { entries: waiting.slice(0, most), areAll: waiting.length <= most }
    state = 'reading'
    const entries = await oldestUnsent(most).catch((error: unknown) => {
      readAnew()
      throw error
    })
    // What was committed meanwhile may or may not be among them.
    const areAll = isStillReading() && entries.length < most
    if (areAll) {
      state = 'known'
      waiting = [...entries]
      accounted = Math.max(accounted, entries.at(-1)?.number ?? 0)
    } else readAnew()
    return { entries, areAll }
  }

  /** A function, since TypeScript does not see that it changes while something is waited for. */
  function isStillReading(): boolean {
    return state === 'reading'
  }

  return {
    next,
    settled: (numbers) => {
      const gone = new Set(numbers)
      waiting = waiting.filter(({ number }) => !gone.has(number))
    },
    readAnew,
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}
