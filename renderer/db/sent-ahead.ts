import type { KeptChange } from '../../shared/kept/change.ts'

/** Takes what a transaction is about to commit, and tells once it is flushed. Gives what is to be called once the transaction is over. */
export type TakeAhead = (changes: readonly KeptChange[], flushed: () => void) => WhenOver
/** `number` is the one in `unsent` of what was taken, and `null` where it was given up, or came to be another. */
export type WhenOver = (number: number | null) => void

let take: TakeAhead | null = null

/** From here on transactions that ask for it are sent while they are written. `null`: no more. */
export function takeAhead(by: TakeAhead | null): void {
  take = by
}

/** `null` where nobody takes anything ahead, as in a worker. */
export function sendAhead(changes: readonly KeptChange[], flushed: () => void): WhenOver | null {
  return take?.(changes, flushed) ?? null
}
