import type { ArchivePart } from '../../../shared/archive/parts.ts'
import { type KeptChange, keptChangeSchema } from '../../../shared/kept/change.ts'
import { episodeSchema } from '../../../shared/models/episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { changesBeside, countKept } from '../../db/stored-changes.ts'
import { storedEpisodes } from '../../db/stored-episodes.ts'
import { inPieces } from './pieces.ts'
import { heardEpisodes, notedEpisodes } from './readable-episodes.ts'
import { touch, touchedByNothing } from './touched-episodes.ts'

const episodesAtOnce = 50

/**
 * The library as the parts of an archive, in their order: rows and deletions, then the episodes on which something hangs,
 * what was heard of them, and what was written about them. It is read piece by piece; a row that changes meanwhile is in it
 * as it was or as it is. `show` is told how much was read, from 0 to 1.
 */
export async function* archiveParts(show: (done: number) => void): AsyncGenerator<ArchivePart> {
  const touched = touchedByNothing()
  const rows = await countKept()
  let read = 0
  for await (const changes of changesBeside(new Set())) {
    for (const change of changes) touch(touched, change)
    for (const some of inPieces(changes.filter(isWhole))) yield { kind: 'changes', changes: some }
    read += changes.length
    show(read / (2 * rows))
  }

  const steps = [
    { ids: touched.all, partsOf: episodeParts },
    { ids: touched.heard, partsOf: heardParts },
    { ids: touched.noted, partsOf: noteParts },
  ]
  const all = steps.reduce((sum, { ids }) => sum + ids.size, 0)
  let done = 0
  for (const { ids, partsOf } of steps) {
    for (const some of batchesOf([...ids].sort())) {
      yield* await partsOf(some)
      done += some.length
      show(0.5 + done / (2 * all))
    }
  }
}

/** What the second home would not take either. */
function isWhole(change: KeptChange): boolean {
  return keptChangeSchema.safeParse(change).success
}

async function episodeParts(ids: EpisodeId[]): Promise<ArchivePart[]> {
  const stored = [...(await storedEpisodes(ids)).values()]
  // What an older version stored otherwise is read from the service again.
  const whole = stored.filter((episode) => episodeSchema.safeParse(episode).success)
  return Array.from(inPieces(whole), (episodes) => ({ kind: 'episodes', episodes }))
}

async function heardParts(ids: EpisodeId[]): Promise<ArchivePart[]> {
  return [{ kind: 'heard', episodes: await heardEpisodes(ids) }]
}

async function noteParts(ids: EpisodeId[]): Promise<ArchivePart[]> {
  const noted = await notedEpisodes(ids)
  return Array.from(inPieces(noted), (episodes) => ({ kind: 'notes', episodes }))
}

function* batchesOf(ids: readonly EpisodeId[]): Generator<EpisodeId[]> {
  for (let at = 0; at < ids.length; at += episodesAtOnce) yield ids.slice(at, at + episodesAtOnce)
}
