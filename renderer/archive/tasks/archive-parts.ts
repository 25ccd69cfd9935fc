import { type ArchivePart, understood } from '../../../shared/archive/parts.ts'
import { readableParts } from '../../../shared/archive/readable-parts.ts'
import { changeLines, episodeLines } from '../../../shared/archive/row-lines.ts'
import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { changesBeside, countKept } from '../../db/stored-changes.ts'
import { storedEpisodes } from '../../db/stored-episodes.ts'
import { readAhead } from './read-ahead.ts'
import { keepNotes, type ReadNotes } from './read-notes.ts'
import { heardEpisodes, notedEpisodes } from './readable-episodes.ts'
import { touch, touchedByNothing } from './touched-episodes.ts'

/** What is asked of the database for them costs almost the same for more. */
const episodesAtOnce = 100

/**
 * The library as the parts of an archive (`ArchivePart`), in their order: rows and deletions, then the episodes on which something
 * hangs, what was heard of them, and what was written about them. It is read piece by piece; a row that changes meanwhile is in it as
 * it was or as it is. `show` is told how much was read, from 0 to 1.
 */
export async function* archiveParts(show: (done: number) => void): AsyncGenerator<ArchivePart> {
  const touched = touchedByNothing()
  const read = keepNotes()
  const rows = await countKept()
  let done = 0
  for await (const changes of readAhead(changesBeside(new Set()))) {
    for (const change of changes) {
      touch(touched, change)
      read.look(change)
    }
    yield* changeLines(changes)
    done += changes.length
    show(done / (2 * rows))
  }

  const steps = [
    { ids: touched.all, partsOf: episodeParts },
    { ids: touched.heard, partsOf: heardParts },
    { ids: touched.noted, partsOf: (ids: EpisodeId[]) => noteParts(ids, read.notes()) },
  ]
  const all = steps.reduce((sum, { ids }) => sum + ids.size, 0)
  done = 0
  for (const { ids, partsOf } of steps) {
    const batches = batchesOf([...ids].sort())
    for await (const { some, parts } of readAhead(partsOfEach(batches, partsOf))) {
      yield* parts
      done += some.length
      show(0.5 + done / (2 * all))
    }
  }
}

/** `parts` are made when they are taken, so that the next can be read meanwhile. */
async function* partsOfEach(
  batches: Iterable<EpisodeId[]>,
  partsOf: (ids: EpisodeId[]) => Promise<Iterable<ArchivePart>>,
) {
  for (const some of batches) yield { some, parts: await partsOf(some) }
}

async function episodeParts(ids: EpisodeId[]): Promise<Iterable<ArchivePart>> {
  return episodeLines((await storedEpisodes(ids)).values())
}

async function heardParts(ids: EpisodeId[]): Promise<Iterable<ArchivePart>> {
  return [{ kind: 'heard', episodes: await heardEpisodes(ids) }]
}

async function noteParts(ids: EpisodeId[], read: ReadNotes | null): Promise<Iterable<ArchivePart>> {
  const noted = await notedEpisodes(ids, { read })
  return readableParts(read === null ? noted.map(withUnderstoodNotes) : noted)
}

function withUnderstoodNotes(noted: NotedEpisode): NotedEpisode {
  return { ...noted, notes: noted.notes.flatMap(understood) }
}

function* batchesOf(ids: readonly EpisodeId[]): Generator<EpisodeId[]> {
  for (let at = 0; at < ids.length; at += episodesAtOnce) yield ids.slice(at, at + episodesAtOnce)
}
