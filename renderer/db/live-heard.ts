import type { HeardParts } from '../../shared/heard/heard-parts.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { type Coalesced, coalesced } from './coalesced.ts'
import { followHeard } from './follow-heard.ts'

/** What the person heard of every episode, live; always the same map. */
export function liveHeard(): Coalesced<ReadonlyMap<EpisodeId, HeardParts>> {
  const stored = followHeard()
  const parts = new Map<EpisodeId, HeardParts>()

  async function read(): Promise<ReadonlyMap<EpisodeId, HeardParts>> {
    await stored.catchUp((id, its) => parts.set(id, its))
    return parts
  }

  return coalesced(read, stored.onChange, 0)
}
