import type { KeptChange } from '../../../shared/kept/change.ts'
import { laterOf } from '../../../shared/kept/merge.ts'
import type { AnnotationRow } from '../../../shared/models/annotation.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { type Result, success } from '../../../shared/result.ts'
import { compareChanges } from '../../db/compare-changes.ts'
import { database } from '../../db/database.ts'
import { rowsAt } from '../../db/many-rows.ts'
import type { NotesPlan, NotesToImport, PlannedEpisode } from '../import-plan.ts'
import { findEpisodes } from '../matching/find-episodes.ts'
import { type MatchedEpisode, wantedKey } from '../matching/wanted-episode.ts'
import type { LeftOut } from '../reading/foreign-note.ts'
import { episodeStates } from './episodes-here.ts'
import { importedRow } from './imported-row.ts'
import { ownNotes } from './own-notes.ts'
import { readFiles } from './read-files.ts'

export type LookAtNotesOrder = {
  files: readonly File[]
  /** Of the service, whose pages name episodes themselves. */
  serviceAddress: string
  /** ISO 8601 UTC. */
  nowIso: string
}

/** Reads files and says what importing them would do; nothing is written. */
export async function lookAtNotes(
  { files, serviceAddress, nowIso }: LookAtNotesOrder,
  show: (done: number) => void,
): Promise<Result<NotesToImport>> {
  const read = await readFiles(files, (done) => show(done * 0.5))
  const found = await findEpisodes(
    read.notes.map(({ episode }) => episode),
    serviceAddress,
  )
  show(0.75)
  const matched = read.notes.map((note) => ({ note, match: found.get(wantedKey(note.episode)) ?? null }))
  const taken = matched.filter(({ note, match }) => match !== null || note.isOfPodcast)
  const states = await episodeStates(taken.flatMap(({ match }) => match?.id ?? []))
  const isOwn = await ownNotes(states.keys())

  const plan: NotesPlan = {
    name: nameOf(files),
    files: read.files,
    ...{ added: 0, changed: 0, same: 0, deletedHere: 0 },
    episodes: [],
    leftOut: withOthers(read.leftOut, matched.length - taken.length),
  }
  const rows = new Map<string, Wanted>()
  for (const { note, match } of taken) {
    const state = match === null ? undefined : states.get(match.id)
    const here = match === null || state === undefined ? null : { id: match.id, state }
    if (here !== null && isOwn(note, here.id)) {
      plan.same += 1
      continue
    }
    const wanted = { change: changeTo(importedRow(note, here, nowIso)), match }
    const before = rows.get(wanted.change.key)
    const isLater = before === undefined || laterOf(before.change, wanted.change) !== before.change
    if (isLater) rows.set(wanted.change.key, wanted)
  }
  const changes = await compared([...rows.values()], plan)
  plan.episodes = plannedEpisodes([...rows.values()])
  show(1)
  return success({ plan, changes })
}

type NoteChange = KeptChange & { row: AnnotationRow }
type Wanted = { change: NoteChange; match: MatchedEpisode | null }

function changeTo(row: AnnotationRow): NoteChange {
  return { kind: 'annotations', key: row.id, updatedAt: row.updatedAt, row }
}

/** What is to be written; `plan` counts what becomes of the others. */
async function compared(wanted: readonly Wanted[], plan: NotesPlan): Promise<KeptChange[]> {
  const stored = await rowsAt(
    database.annotations,
    wanted.map(({ change }) => change.key),
  )
  const changes: KeptChange[] = []
  for (const [index, { change }] of wanted.entries()) {
    const here = stored[index]
    // What the file says of it is known here already; what the person made of it since is theirs.
    if (here?.deletedAt === null && here.origin?.digest === change.row.origin?.digest) plan.same += 1
    else changes.push(change)
  }
  for (const { verdict, here } of await compareChanges(changes)) {
    if (verdict === 'take') plan[here === null ? 'added' : 'changed'] += 1
    else if (isDeleted(here)) plan.deletedHere += 1
    else plan.same += 1
  }
  return changes
}

function isDeleted(here: KeptChange | null): boolean {
  const row = here?.row ?? null
  if (typeof row !== 'object' || row === null) return here !== null
  return 'deletedAt' in row && row.deletedAt !== null
}

function plannedEpisodes(wanted: readonly Wanted[]): PlannedEpisode[] {
  const episodes = new Map<EpisodeId, PlannedEpisode>()
  for (const { change, match } of wanted) {
    const { row } = change
    const { episodeTitle, podcastTitle } = row.context
    const planned = episodes.get(row.episodeId)
    if (planned !== undefined) planned.notes += 1
    else {
      const by = match?.by ?? null
      episodes.set(row.episodeId, { id: row.episodeId, title: episodeTitle, podcastTitle, by, notes: 1 })
    }
  }
  return [...episodes.values()]
}

function withOthers(leftOut: readonly LeftOut[], count: number): LeftOut[] {
  const reason = 'Highlights of books or articles'
  return count === 0 ? [...leftOut] : [...leftOut, { reason, count }]
}

/** The file’s, or how many there are. */
function nameOf(files: readonly File[]): string {
  const [first] = files
  return first !== undefined && files.length === 1 ? first.name : `${files.length.toLocaleString('en')} files`
}
