import type { Result } from '../../../shared/result.ts'
import type { PassEnd } from '../pass-parts.ts'

export type ToWorker =
  /** Over it the worker asks the main process. */
  { kind: 'line'; port: MessagePort } | PassMessage

export type PassMessage =
  | { kind: 'begin'; passId: number; podcastSlug: string; serviceAddress: string }
  | { kind: 'stop'; passId: number }
  /** Answered by a `pong`. */
  | { kind: 'ping' }

export type FromWorker =
  /** It holds the lock of this name as long as it lives, however it ends. */
  | { kind: 'alive'; lockName: string }
  | { kind: 'read'; passId: number; received: number; expected: number | null }
  | { kind: 'ended'; passId: number; end: Result<PassEnd> }
  /** `still`: passes that, since the ping before, neither did anything nor waited for the main process. */
  | { kind: 'pong'; still: number[] }
  /** A bug of ours, for the log. */
  | { kind: 'fault'; fault: unknown }
