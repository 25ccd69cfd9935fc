import type { ArchivePart } from '../../../shared/archive/parts.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { changesBeside, countKept } from '../../db/stored-changes.ts'
import { storedEpisodes } from '../../db/stored-episodes.ts'
import { textPieces } from './pieces.ts'
import { heardEpisodes, notedEpisodes } from './readable-episodes.ts'
import { touch, touchedByNothing } from './touched-episodes.ts'

/** What is asked of the database for them costs almost the same for more. */
const episodesAtOnce = 100

/**
 * The library as the parts of an archive (`ArchivePart`) in JSON text, in their order: rows and deletions, then the episodes on
 * which something hangs, what was heard of them, and what was written about them. It is read piece by piece; a row that changes
 * meanwhile is in it as it was or as it is. What is not whole is in it too, and left out by whoever writes. `show` is told how much
 * was read, from 0 to 1.
 */
export async function* archiveParts(show: (done: number) => void): AsyncGenerator<string> {
  const touched = touchedByNothing()
  const rows = await countKept()
  let read = 0
  for await (const changes of changesBeside(new Set())) {
    for (const change of changes) touch(touched, change)
    for (const some of textPieces(changes)) yield `{"kind":"changes","changes":[${some.join(',')}]}`
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

async function episodeParts(ids: EpisodeId[]): Promise<string[]> {
  return partsOfEpisodes('episodes', (await storedEpisodes(ids)).values())
}

async function heardParts(ids: EpisodeId[]): Promise<string[]> {
  return partsOfEpisodes('heard', await heardEpisodes(ids))
}

async function noteParts(ids: EpisodeId[]): Promise<string[]> {
  return partsOfEpisodes('notes', await notedEpisodes(ids))
}

function partsOfEpisodes(
  kind: Exclude<ArchivePart['kind'], 'changes'>,
  episodes: Iterable<object>,
): string[] {
  return Array.from(textPieces(episodes), (texts) => `{"kind":"${kind}","episodes":[${texts.join(',')}]}`)
}

function* batchesOf(ids: readonly EpisodeId[]): Generator<EpisodeId[]> {
  for (let at = 0; at < ids.length; at += episodesAtOnce) yield ids.slice(at, at + episodesAtOnce)
}
