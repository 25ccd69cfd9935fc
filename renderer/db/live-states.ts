import type { HeardParts } from '../../shared/heard/heard-parts.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { type ByPodcast, growByPodcast } from './by-podcast.ts'
import { type Coalesced, coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { followHeard } from './follow-heard.ts'
import { followRows } from './follow-rows.ts'
import { rowsAt } from './many-rows.ts'

/** What of an episode's standing is the person's; of those of which nothing is, none is in it. */
export type EpisodeStates = {
  heard: ByPodcast<{ parts: HeardParts; durationSeconds: number | null }>
  notes: ByPodcast<{ starred: boolean; tags: readonly string[] }>
  queued: ByPodcast<true>
}

type Noted = { episodeId: EpisodeId; starred: boolean; tags: readonly string[] }

const rowsAtOnce = 200
/** While something plays or is written, rows change all the time; a list need not follow each of them. */
const leastMs = 500

/** Live, out of small tables of which only what changed is read again. */
export function liveStates(): Coalesced<EpisodeStates> {
  const [heard, notes, queued] = [
    growByPodcast<{ parts: HeardParts; durationSeconds: number | null }>(),
    growByPodcast<{ starred: boolean; tags: readonly string[] }>(),
    growByPodcast<true>(),
  ]
  const storedHeard = followHeard()
  const storedNotes = followRows(database.annotations, rowsAtOnce, (keys) =>
    rowsAt(database.annotations, keys),
  )
  const storedQueue = followRows(database.queue, rowsAtOnce)
  const noted = new Map<string, Noted>()
  const notesOf = new Map<EpisodeId, Set<string>>()
  let states: EpisodeStates | null = null

  function takeNote(id: string, now: Noted | null): void {
    const before = noted.get(id)
    if (before !== undefined) notesOf.get(before.episodeId)?.delete(id)
    noted.delete(id)
    if (now !== null) {
      noted.set(id, now)
      notesOf.set(now.episodeId, (notesOf.get(now.episodeId) ?? new Set()).add(id))
    }
    for (const episodeId of new Set([before?.episodeId, now?.episodeId])) {
      if (episodeId !== undefined) notes.set(episodeId, factsOf(episodeId))
    }
  }

  function factsOf(episodeId: EpisodeId) {
    const its = [...(notesOf.get(episodeId) ?? [])].flatMap((id) => noted.get(id) ?? [])
    if (its.length === 0) return undefined
    return { starred: its.some(({ starred }) => starred), tags: its.flatMap(({ tags }) => tags) }
  }

  async function read(): Promise<EpisodeStates> {
    await storedHeard.catchUp((id, parts, position) =>
      heard.set(id, { parts, durationSeconds: position?.durationSeconds ?? null }),
    )
    await storedNotes.catchUp((id, row) => {
      const isThere = row !== undefined && row.deletedAt === null
      takeNote(
        id,
        isThere ? { episodeId: row.episodeId, starred: row.starred ?? false, tags: row.tags ?? [] } : null,
      )
    })
    await storedQueue.catchUp((episodeId, row) => queued.set(episodeId, row === undefined ? undefined : true))
    const now = { heard: heard.taken(), notes: notes.taken(), queued: queued.taken() }
    const isSame =
      states !== null &&
      states.heard === now.heard &&
      states.notes === now.notes &&
      states.queued === now.queued
    if (!isSame) states = now
    return states ?? now
  }

  function onChange(hear: () => void): () => void {
    const stops = [storedHeard, storedNotes, storedQueue].map((each) => each.onChange(hear))
    return () => {
      for (const stop of stops) stop()
    }
  }

  return coalesced(read, onChange, leastMs)
}
