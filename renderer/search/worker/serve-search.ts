import type { Annotation } from '../../../shared/models/annotation.ts'
import { type EpisodeId, slugsOf } from '../../../shared/models/identity.ts'
import { groupsOf, type SearchFilter, type SearchQuery } from '../../../shared/search/query.ts'
import { growByPodcast } from '../../db/by-podcast.ts'
import type { HeldShelf } from '../../db/held-shelf.ts'
import type { Library } from '../../db/library.ts'
import { entryOf, positionOf, slotOf } from '../../db/library-order.ts'
import { liveAnnotations } from '../../db/live-annotations.ts'
import { liveLibrary } from '../../db/live-library.ts'
import { type EpisodeStates, liveStates } from '../../db/live-states.ts'
import { listPodcasts } from '../../db/podcasts.ts'
import type { Surroundings } from '../../narrowing/narrow-shelf.ts'
import { eachMatch, findDocuments, type Layer } from '../engine/find-documents.ts'
import { type WantedTerm, wantedTerm } from '../engine/words-wanted.ts'
import type { FoundEpisodes, SearchAnswer, SearchLimits } from '../search-answer.ts'
import { type Corrected, corrected } from './corrected.ts'
import { createEpisodeIndex } from './episode-index.ts'
import { createHitReader } from './hits.ts'
import type { Asked, FromWorker, ToWorker } from './messages.ts'
import { createNoteIndex } from './note-index.ts'
import { type Passing, passing } from './passing.ts'

/**
 * A note is written with each key, and going through all of them each time would take a core from who types. Whoever asks gets what
 * there is; what is shown already is brought up to date so long after the first of the changes.
 */
const restBetweenNotesMs = 5000

/** Answers from what it holds, which it brings up to date whenever the database changes. */
export function serveSearch(
  post: (message: FromWorker) => void,
  { stored, keep }: { stored: Promise<readonly Layer[]>; keep: (layers: readonly Layer[]) => Promise<void> },
): { hear: (message: ToWorker) => void; stop: () => void } {
  const live = { library: liveLibrary(0), notes: liveAnnotations(), states: liveStates() }
  const noteIndex = createNoteIndex()
  const readHits = createHitReader()
  const questions = new Map<number, Asked>()
  let downloaded = growByPodcast<true>()
  let episodeIndex: ReturnType<typeof createEpisodeIndex> | null = null
  let revision = 0
  let isWorking = false
  let isStopped = false

  function tellStatus(): void {
    revision += 1
    const behind = episodeIndex?.missing().length ?? 0
    post({ kind: 'status', status: { isReady: isReady(), behind, revision } })
  }

  function isReady(): boolean {
    return episodeIndex !== null && live.library.latest() !== undefined && live.notes.latest() !== undefined
  }

  function changed(): void {
    if (!isReady()) return
    tellStatus()
    void answerAll()
    void work()
  }

  async function work(): Promise<void> {
    if (isWorking || episodeIndex === null) return
    isWorking = true
    try {
      while (!isStopped && (await episodeIndex.readSome())) tellStatus()
      tellStatus()
    } catch (fault) {
      if (!isStopped) post({ kind: 'fault', fault })
    } finally {
      isWorking = false
    }
  }

  /** A full disk keeps nothing of the index, which is whole in memory all the same. */
  function tellFault(fault: unknown): void {
    if (!isStopped) post({ kind: 'fault', fault })
  }

  async function answerAll(): Promise<void> {
    if (!isReady()) return
    if (notesTimer !== undefined && questions.size > 0) takeNotes()
    for (const [number, asked] of questions) {
      questions.delete(number)
      try {
        post({ kind: 'answer', number, answer: await answerTo(asked) })
      } catch (fault) {
        post({ kind: 'fault', fault })
        post({ kind: 'answer', number, answer: nothingFor(asked) })
      }
    }
  }

  async function answerTo(asked: Asked): Promise<SearchAnswer | FoundEpisodes> {
    const { query } = asked.input
    const around = await surroundings(query.filters)
    return asked.name === 'search' ? found(query, asked.input.limits, around) : episodes(query, around)
  }

  type Around = { library: Library; passes: Passing; layers: readonly Layer[]; entryOfNote: () => Int32Array }

  async function surroundings(filters: readonly SearchFilter[]): Promise<Around> {
    const podcasts = filters.some(({ by }) => by === 'podcast') ? await listPodcasts() : []
    const states = filters.some(asksForStates) ? await statesNow() : noStates
    const library = live.library.latest()
    const layers = episodeIndex?.layers() ?? []
    if (library === undefined) throw new Error('The library was not read.')
    const around: Surroundings = {
      ...{ podcasts, states, names: library.names, downloaded: downloaded.taken(), found: null },
    }
    return {
      library,
      layers,
      passes: passing(filters, library, layers, library.order.entries, around),
      entryOfNote: () => noteEntries(library),
    }
  }

  async function found(
    query: SearchQuery,
    { perGroup, group, from = 0 }: SearchLimits,
    { library, layers, passes, entryOfNote }: Around,
  ): Promise<SearchAnswer> {
    const groups = group === undefined ? groupsOf(query) : [group]
    const notes = noteIndex.notes()
    const most = from + perGroup
    const isNarrowed = query.filters.length > 0

    function bestOf(terms: readonly WantedTerm[]) {
      const ofEpisodes = findDocuments(layers, {
        ...{ terms, groups, most },
        passes: isNarrowed ? (rank, kind) => passes.document(library.order.entries[rank] ?? -1, kind) : null,
      })
      const ofNotes = findDocuments(noteIndex.layers(), {
        ...{ terms, groups, most },
        passes: isNarrowed
          ? (rank) => {
              const note = notes[rank]
              return note !== undefined && passes.note(note, entryOfNote()[rank] ?? -1)
            }
          : null,
      })
      return groups.flatMap((each) => {
        const its = (each === 'notes' ? ofNotes : ofEpisodes).get(each)
        return its === undefined
          ? []
          : [{ group: each, total: its.total(), found: its.sorted().slice(from, most) }]
      })
    }

    const typed: Corrected = { terms: query.terms.map(wantedTerm), corrections: [] }
    const asTyped = bestOf(typed.terms)
    const meant = asTyped.length > 0 ? typed : corrected([...layers, ...noteIndex.layers()], typed.terms)
    const best = meant.corrections.length === 0 ? asTyped : bestOf(meant.terms)
    const hits = await readHits(best, { library, notes, terms: meant.terms })
    return {
      groups: best.map(({ group: each, total }, at) => ({ group: each, total, hits: hits[at] ?? [] })),
      corrected: meant.corrections,
      behind: episodeIndex?.missing().length ?? 0,
    }
  }

  function episodes(query: SearchQuery, { library, layers, passes, entryOfNote }: Around): FoundEpisodes {
    const { slots, order } = library
    const flags = new Map<number, Set<number>>()
    const take = (entry: number): void => {
      if (entry < 0 || !passes.episode(entry)) return
      const slot = slotOf(entry)
      flags.set(slot, (flags.get(slot) ?? new Set()).add(positionOf(entry)))
    }
    const terms: WantedTerm[] = query.terms.map(wantedTerm)
    if (terms.length === 0) for (const entry of order.entries) take(entry)
    else if (terms.every(({ without }) => without)) {
      // Something of nearly every episode is without any word: here the episode itself has to be.
      eachMatch(layers, terms, ({ segment, ranks }, entry, document) => {
        if (segment.entryStarts[entry] === document) take(order.entries[ranks[entry] ?? -1] ?? -1)
      })
    } else {
      eachMatch(layers, terms, ({ ranks }, entry) => take(order.entries[ranks[entry] ?? -1] ?? -1))
      eachMatch(noteIndex.layers(), terms, ({ ranks }, entry) =>
        take(entryOfNote()[ranks[entry] ?? -1] ?? -1),
      )
    }
    const shelves = [...flags].flatMap(([slot, positions]) => {
      const row = slots[slot]?.row
      if (row === undefined) return []
      const { podcastSlug, shelf } = row
      return [{ podcastSlug, shelf, positions: Uint16Array.from(positions).sort() }]
    })
    const total = shelves.reduce((sum, { positions }) => sum + positions.length, 0)
    return { total, shelves, behind: episodeIndex?.missing().length ?? 0 }
  }

  let entriesOfNotes: { library: Library; notes: readonly Annotation[]; entries: Int32Array } | null = null

  /** Of each note, by its rank, the library's entry of its episode; -1 where that is not in the library. */
  function noteEntries(library: Library): Int32Array {
    const notes = noteIndex.notes()
    if (entriesOfNotes?.library === library && entriesOfNotes.notes === notes) return entriesOfNotes.entries
    const { slots } = library
    const slotsOf = Map.groupBy(slots.keys(), (slot) => slots[slot]?.row.podcastSlug)
    const entries = Int32Array.from(notes, ({ episodeId }) => {
      const { podcastSlug, episodeSlug } = slugsOf(episodeId)
      for (const slot of slotsOf.get(podcastSlug) ?? []) {
        const position = positionsOf(slots[slot]).get(episodeSlug)
        if (position !== undefined) return entryOf(slot, position)
      }
      return -1
    })
    entriesOfNotes = { library, notes, entries }
    return entries
  }

  const stopLibrary = live.library.subscribe(() => {
    const library = live.library.latest()
    if (library !== undefined) episodeIndex?.follow(library)
    changed()
  })
  let notesTimer: ReturnType<typeof setTimeout> | undefined

  function takeNotes(): void {
    clearTimeout(notesTimer)
    notesTimer = undefined
    noteIndex.follow(live.notes.latest() ?? [])
  }

  function tellOfNotes(): void {
    takeNotes()
    changed()
  }

  let areNotesTaken = false
  const stopNotes = live.notes.subscribe(() => {
    if (areNotesTaken) notesTimer ??= setTimeout(tellOfNotes, restBetweenNotesMs)
    else tellOfNotes()
    areNotesTaken = true
  })
  // What was kept of the index can be made anew; that it cannot be read must not keep anybody from finding something.
  const readable = stored.catch((fault: unknown) => {
    tellFault(fault)
    return []
  })
  void readable.then((layers) => {
    episodeIndex = createEpisodeIndex(layers, (now) => keep(now).catch(tellFault))
    const library = live.library.latest()
    if (library !== undefined) episodeIndex.follow(library)
    changed()
  })
  let stopStates: (() => void) | null = null

  /** How episodes stand with the person; read only once somebody filters by it, and followed from then on. */
  async function statesNow(): Promise<EpisodeStates> {
    const { promise, resolve } = Promise.withResolvers<void>()
    stopStates ??= live.states.subscribe(() => {
      resolve()
      if (isReady()) tellStatus()
    })
    if (live.states.latest() === undefined) await promise
    return live.states.latest() ?? noStates
  }

  function hear(message: ToWorker): void {
    switch (message.kind) {
      case 'ask':
        questions.set(message.number, message.asked)
        void answerAll()
        return
      case 'forget':
        questions.delete(message.number)
        return
      case 'downloaded':
        setDownloaded(message.episodeIds)
        if (isReady()) tellStatus()
        return
      case 'ping':
        post({ kind: 'pong' })
    }
  }

  function setDownloaded(ids: readonly EpisodeId[]): void {
    downloaded = growByPodcast<true>()
    for (const id of ids) downloaded.set(id, true)
  }

  return {
    hear,
    stop: () => {
      isStopped = true
      clearTimeout(notesTimer)
      for (const stop of [stopLibrary, stopNotes, stopStates]) stop?.()
    },
  }
}

/** What failed finds nothing; the log has why. */
function nothingFor({ name }: Asked): SearchAnswer | FoundEpisodes {
  return name === 'search' ? { groups: [], corrected: [], behind: 0 } : { total: 0, shelves: [], behind: 0 }
}

const noStates: EpisodeStates = { heard: new Map(), notes: new Map(), queued: new Map() }

const positionsByShelf = new WeakMap<HeldShelf, ReadonlyMap<string, number>>()
const none: ReadonlyMap<string, number> = new Map()

function positionsOf(shelf: HeldShelf | null | undefined): ReadonlyMap<string, number> {
  if (shelf == null) return none
  const positions =
    positionsByShelf.get(shelf) ?? new Map(shelf.row.slugs.map((slug, position) => [slug, position]))
  positionsByShelf.set(shelf, positions)
  return positions
}

function asksForStates(filter: SearchFilter): boolean {
  return filter.by === 'is' || filter.by === 'tag' || (filter.by === 'has' && filter.what === 'notes')
}
