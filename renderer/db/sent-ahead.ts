import type { KeptChange } from '../../shared/kept/change.ts'

/** How what a transaction writes is to be sent before it is committed. */
export type GoingAhead = {
  /** Whether it is written over what it means to be written over; where it is not, the transaction is given up. */
  isRight: PromiseLike<boolean>
  /** The same, sooner where there is no doubt. */
  isSure: PromiseLike<boolean> | true
  /** To be told once that is so, and it is in the second home. */
  flushed: () => void
}

/** Takes what a transaction is about to commit. Gives what is to be called once that is over. */
export type TakeAhead = (changes: readonly KeptChange[], how: GoingAhead) => WhenOver
/** By the number in `unsent` of what was taken; or it came to nothing, since something later stands there, or could not be written. */
export type EndOfAhead = number | 'overtaken' | 'given up'
export type WhenOver = (end: EndOfAhead) => void

let take: TakeAhead | null = null

/** From here on transactions that ask for it are sent while they are written. `null`: no more. */
export function takeAhead(by: TakeAhead | null): void {
  take = by
}

/** `null` where nobody takes anything ahead, as in a worker. */
export function sendAhead(changes: readonly KeptChange[], how: GoingAhead): WhenOver | null {
  return take?.(changes, how) ?? null
}
