import type { CallInput, CallName, CallValue } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/result.ts'
import type { PassEnd } from '../pass-parts.ts'

/** The calls that the page passes on for the worker, which has no bridge of its own. */
type RelayedCall = Extract<CallName, 'sync.pull' | 'episode.read' | 'downloads.list'>

export type QuestionOf<Name extends RelayedCall> = { name: Name; input: CallInput<Name> }
type Question = { [Name in RelayedCall]: QuestionOf<Name> }[RelayedCall]
export type AnswerTo<Name extends RelayedCall> = Result<CallValue<Name>>
export type { RelayedCall }

export type ToWorker =
  | { kind: 'begin'; passId: number; podcastSlug: string; serviceAddress: string }
  /** What the pass has asked is taken back by the page itself, at once. */
  | { kind: 'stop'; passId: number }
  | { kind: 'answer'; questionId: number; answer: AnswerTo<RelayedCall> }

export type FromWorker =
  /** It holds the lock of this name as long as it lives, however it ends. */
  | { kind: 'alive'; lockName: string }
  | { kind: 'ask'; passId: number; questionId: number; question: Question }
  | { kind: 'read'; passId: number; received: number; expected: number | null }
  | { kind: 'ended'; passId: number; end: Result<PassEnd> }
  /** A bug of ours, for the log. */
  | { kind: 'fault'; fault: unknown }
