import type { KeptChange } from '../../shared/kept/change.ts'
import type { Result } from '../../shared/result.ts'
import { takeAhead } from '../db/sent-ahead.ts'

type Appended = Result<{ number: number }>

export type SendingAhead = {
  /** What the second home says to an entry of `unsent` that was sent before it was committed; `null` for any other. */
  outcomeOf: (number: number) => Promise<Appended> | null
  /** They are off the list. */
  settled: (numbers: readonly number[]) => void
  /** Whether the second home may hold something that the database does not have yet. */
  isUnderWay: () => boolean
  stop: () => void
}

type SendingAheadParts = {
  append: (changes: KeptChange[]) => Promise<Appended>
  /** Whether the second home takes what it is given, as far as is known. */
  takes: () => boolean
  /** The second home was given what the database then did not keep. */
  gaveUp: () => void
}

/**
 * Sends what a transaction writes while it is still being written, where the transaction asks for that: the database and the
 * disk of the second home then take their time at once.
 */
export function startSendingAhead({ append, takes, gaveUp }: SendingAheadParts): SendingAhead {
  const outcomes = new Map<number, Promise<Appended>>()
  let underWay = 0

  takeAhead((changes, { isSure, flushed }) => {
    if (!takes()) return () => {}
    const outcome = append([...changes])
    Promise.all([outcome, isSure]).then(
      ([{ ok }, sure]) => {
        if (ok && sure) flushed()
      },
      // Whoever writes is told.
      () => {},
    )
    underWay += 1
    return (end) => {
      underWay -= 1
      if (typeof end === 'number') outcomes.set(end, outcome)
      if (end !== 'given up') return
      gaveUp()
      // It may be there only now, and what was read of the second home before then lacks it.
      void outcome.then(gaveUp)
    }
  })

  return {
    outcomeOf: (number) => outcomes.get(number) ?? null,
    settled: (numbers) => {
      for (const number of numbers) outcomes.delete(number)
    },
    isUnderWay: () => underWay > 0,
    stop: () => takeAhead(null),
  }
}
