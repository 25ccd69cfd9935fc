import type { Ask } from '../../sync/worker/line-calls.ts'

/** What a task has of the world. */
export type TaskParts = {
  /** Asks the main process. */
  ask: Ask
  /** Tells how much is done, from 0 to 1. */
  show: (done: number) => void
  stop: AbortSignal
}
