import type { EpisodeId } from '../../shared/models/identity.ts'
import { moveInQueue, putBackInQueue, queueRows, removeFromQueue } from '../db/queue.ts'
import { tellNotWritten } from '../episode/tell-not-written.ts'
import { announce } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import type { QueuedEntry } from './queued-entries.ts'

/** One place up (-1) or down (1) among those that are shown. */
export async function stepQueued(
  { episode }: QueuedEntry,
  step: -1 | 1,
  shown: readonly QueuedEntry[],
): Promise<void> {
  const index = indexIn(shown, episode.id)
  const to = index + step
  if (index === -1 || to < 0 || to >= shown.length) return
  try {
    await moveInQueue(episode.id, followersAt(shown, episode.id, to))
    announce(`${episode.title}: ${to + 1} of ${shown.length}`)
  } catch {
    tellNotWritten()
  }
}

/** To the place `to` (from 0) of those that are shown; it can be taken back. */
export async function dropQueued(
  { episode }: QueuedEntry,
  to: number,
  shown: readonly QueuedEntry[],
): Promise<'moved' | 'not-written'> {
  const before = followersOf(shown, episode.id)
  try {
    await moveInQueue(episode.id, followersAt(shown, episode.id, to))
  } catch {
    tellNotWritten()
    return 'not-written'
  }
  notify({
    text: `“${episode.title}” is ${to + 1} of ${shown.length} in Up next.`,
    action: { label: 'Undo', run: () => void moveInQueue(episode.id, before).catch(tellNotWritten) },
  })
  return 'moved'
}

/** Takes an episode, or what waits of it, out of Up next, and can put it back where it was. */
export async function removeQueued({ episode }: QueuedEntry, shown: readonly QueuedEntry[]): Promise<void> {
  const row = (await queueRows()).find(({ episodeId }) => episodeId === episode.id)
  if (row === undefined) return
  const followers = followersOf(shown, episode.id)
  try {
    await removeFromQueue(episode.id)
  } catch {
    tellNotWritten()
    return
  }
  notify({
    text: `“${episode.title}” left Up next.`,
    action: { label: 'Undo', run: () => void putBackInQueue(row, followers).catch(tellNotWritten) },
  })
}

export function indexIn(shown: readonly QueuedEntry[], id: string | number): number {
  return shown.findIndex(({ episode }) => episode.id === id)
}

function followersOf(shown: readonly QueuedEntry[], id: EpisodeId): EpisodeId[] {
  return idsOf(shown).slice(indexIn(shown, id) + 1)
}

/** What would come after an episode at a place. */
function followersAt(shown: readonly QueuedEntry[], id: EpisodeId, to: number): EpisodeId[] {
  return idsOf(shown)
    .filter((other) => other !== id)
    .slice(to)
}

function idsOf(shown: readonly QueuedEntry[]): EpisodeId[] {
  return shown.map(({ episode }) => episode.id)
}
