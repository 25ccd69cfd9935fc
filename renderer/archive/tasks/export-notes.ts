import type { ExportOutcome } from '../../../shared/exports/outcomes.ts'
import type { ExportPart } from '../../../shared/exports/parts.ts'
import { type ExportTarget, noteFileTargets } from '../../../shared/exports/targets.ts'
import type { ListedPodcast } from '../../../shared/formats/listed-podcast.ts'
import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { pack } from '../../../shared/packed.ts'
import { type Result, success } from '../../../shared/result.ts'
import { episodesEverNoted, episodesNotedSince, episodesOfNotes } from '../../db/noted-episodes.ts'
import { listPodcasts } from '../../db/podcasts.ts'
import { episodesWithTopic } from '../../db/topic-episodes.ts'
import { textPieces } from './pieces.ts'
import { type Described, notedEpisodes } from './readable-episodes.ts'
import type { TaskParts } from './task-parts.ts'

/** Of what an export is. */
export type ExportScope =
  | { kind: 'all' }
  | { kind: 'episode'; episodeId: EpisodeId }
  | { kind: 'notes'; noteIds: readonly string[] }
  /** ISO 8601 UTC. */
  | { kind: 'since'; instant: string }
  /** Of all episodes that have it, with notes or without. */
  | { kind: 'topic'; topic: string }

export type NotesOrder = {
  exportId: string
  target: ExportTarget
  scope: ExportScope
  /** In the folder already: their files may say more than is true by now. */
  written: readonly EpisodeId[]
}

/** What is asked of the database for them costs almost the same for more. */
const episodesAtOnce = 100

/** Sends what the person wrote to the main process, which writes it where it is to go. */
export async function exportNotes(
  order: NotesOrder,
  { ask, show, stop }: TaskParts,
): Promise<Result<ExportOutcome>> {
  const { exportId, target } = order
  if (target === 'opml') {
    const part: ExportPart = { episodes: [], podcasts: await listedPodcasts() }
    const added = await ask('exports.add', { exportId, part: pack(part) }, stop)
    return added.ok ? ask('exports.finish', { exportId }, stop) : added
  }
  const ids = await episodesOf(order)
  const isWanted = wantedBy(order)
  const described = describedFor(target)
  const readFrom = (at: number): Promise<NotedEpisode[]> => {
    const some = ids.slice(at, at + episodesAtOnce)
    const read = some.length > 0 ? notedEpisodes(some, { described }) : Promise.resolve([])
    // Nobody asks for it any more where the part before could not be written.
    read.catch(() => undefined)
    return read
  }
  /** One part is written while the next is read. */
  let adding: Promise<Result<null>> = Promise.resolve(success(null))
  let reading = readFrom(0)
  for (let at = 0; at < ids.length; at += episodesAtOnce) {
    const noted = await reading
    reading = readFrom(at + episodesAtOnce)
    const wanted = noted.map(narrowedBy(order)).filter(isWanted)
    for (const episodes of textPieces(wanted)) {
      const added = await adding
      if (!added.ok) return added
      // An `ExportPart`.
      adding = ask('exports.add', { exportId, part: `{"episodes":[${episodes.join(',')}]}` }, stop)
    }
    show(Math.min(1, (at + episodesAtOnce) / ids.length))
  }
  const added = await adding
  if (!added.ok) return added
  return ask('exports.finish', { exportId }, stop)
}

/** Those whose feed is known. */
async function listedPodcasts(): Promise<ListedPodcast[]> {
  return (await listPodcasts()).flatMap(({ slug, title, feedUrl, siteUrl }) =>
    feedUrl === null ? [] : [{ slug, title, feedUrl, siteUrl }],
  )
}

async function episodesOf({ scope, written }: NotesOrder): Promise<EpisodeId[]> {
  switch (scope.kind) {
    case 'all':
      return [...new Set([...(await episodesEverNoted()), ...written])]
    case 'episode':
      return [scope.episodeId]
    case 'notes':
      return episodesOfNotes(scope.noteIds)
    case 'since':
      return episodesNotedSince(scope.instant)
    case 'topic':
      return episodesWithTopic(scope.topic)
  }
}

/** A file of an episode holds all of its notes, whichever were chosen. */
function narrowedBy({ scope, target }: NotesOrder): (noted: NotedEpisode) => NotedEpisode {
  if (scope.kind !== 'notes' || target === 'markdown-folder') return (noted) => noted
  const wanted = new Set(scope.noteIds)
  return (noted) => ({ ...noted, notes: noted.notes.filter(({ id }) => wanted.has(id)) })
}

/** A file of notes says nothing of an episode's parts, which would be a third of all that is sent. */
function describedFor(target: ExportTarget): Described {
  const isOfNotes = [...noteFileTargets, 'readwise'].includes(target)
  return isOfNotes ? 'by-name' : 'with-parts'
}

function wantedBy({ target, scope, written }: NotesOrder): (noted: NotedEpisode) => boolean {
  const isChapters = target === 'podcasting-chapters' || target === 'podlove-chapters'
  if (isChapters || target === 'topic-dossier' || (target === 'markdown-folder' && scope.kind === 'episode'))
    return () => true
  if (target !== 'markdown-folder') return ({ notes }) => notes.length > 0
  const there = new Set(written)
  // One of which nothing is known any more stays as it was written.
  return ({ episode, notes, drafts }) =>
    notes.length > 0 || drafts.length > 0 || (there.has(episode.id) && episode.title !== episode.id)
}
