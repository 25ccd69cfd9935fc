import type { Result } from '../../../shared/result.ts'
import type { BroughtUp } from '../bring-up.ts'

export type ToWorker = {
  /** Over it the worker asks the main process. */
  port: MessagePort
  /** As `bringUp` takes it. */
  after: number | null
}

export type FromWorker =
  /** It holds the lock of this name as long as it lives, however it ends. */
  | { kind: 'alive'; lockName: string }
  | { kind: 'done'; outcome: Result<BroughtUp> }
  /** A bug of ours, for the log. */
  | { kind: 'fault'; fault: unknown }
