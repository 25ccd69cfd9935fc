import type { EpisodeId } from '../../../shared/models/identity.ts'
import type { SearchQuery } from '../../../shared/search/query.ts'
import type { FoundEpisodes, IndexStatus, SearchAnswer, SearchLimits } from '../search-answer.ts'

/** What can be asked, and what is answered. */
export type Questions = {
  search: { input: { query: SearchQuery; limits: SearchLimits }; answer: SearchAnswer }
  episodes: { input: { query: SearchQuery }; answer: FoundEpisodes }
}
export type QuestionName = keyof Questions
export type Asked = {
  [Name in QuestionName]: { name: Name; input: Questions[Name]['input'] }
}[QuestionName]

export type ToWorker =
  | { kind: 'ask'; number: number; asked: Asked }
  /** Nobody waits for that answer any more. */
  | { kind: 'forget'; number: number }
  /** The episodes whose audio lies on this machine, which only the main process knows. */
  | { kind: 'downloaded'; episodeIds: readonly EpisodeId[] }
  /** Whether it is alive. */
  | { kind: 'ping' }

export type FromWorker =
  /** It holds the lock of this name as long as it lives, however it ends. */
  | { kind: 'alive'; lockName: string }
  | { kind: 'answer'; number: number; answer: Questions[QuestionName]['answer'] }
  | { kind: 'status'; status: IndexStatus }
  | { kind: 'pong' }
  /** A bug of ours, for the log. */
  | { kind: 'fault'; fault: unknown }
