import { useMemo } from 'react'
import type { LaneKey } from '../../shared/models/highlight-lane.ts'
import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import { allNamesOf } from '../../shared/topics/topic-names.ts'
import { type EpisodeList, episodeList } from '../db/library.ts'
import { entryOf, positionOf, slotOf } from '../db/library-order.ts'
import { useAnnotations } from '../db/use-annotations.ts'
import { useTopicNames } from '../db/use-library.ts'
import { everyHighlight } from '../highlights/lanes/lane-choice.ts'
import type { LaneEpisodes } from '../highlights/lanes/lane-episodes.ts'
import { type Lanes, useLanes } from '../highlights/lanes/use-lanes.ts'
import { type DossierNotes, dossierNotes } from './dossier-notes.ts'
import type { DaySpan } from './dossier-store.ts'

export type Dossier = {
  /** Of the span that is shown. */
  lanes: Lanes
  rows: EpisodeList
  notes: DossierNotes
  /** When each of `rows` was published: epoch milliseconds; 0 when unknown. */
  dates: Float64Array
  /** How many the topic has, whatever span is shown. */
  total: number
}

/** Everything on a topic, live; `null` until it is known. */
export function useDossier(topic: string, lane: LaneKey, span: DaySpan | null): Dossier | null {
  const topics = useMemo(() => [topic], [topic])
  const all = useLanes({ ...everyHighlight, topics, lane })
  const narrowed = useLanes({ ...everyHighlight, topics, lane, ...(span ?? noSpan) })
  const notes = useAnnotations()
  const names = useTopicNames()
  const total = all?.episodes.entries.length ?? null
  const shown = useListed(narrowed?.episodes)
  const written = useMemo(
    () =>
      shown === null || notes === undefined ? null : dossierNotes(allNamesOf(topic, names), notes, shown.has),
    [topic, names, notes, shown],
  )
  return useMemo(
    () =>
      narrowed === null || total === null || shown === null || written === null
        ? null
        : { lanes: narrowed, rows: shown.rows, dates: shown.dates, notes: written, total },
    [narrowed, total, shown, written],
  )
}

function useListed(episodes: LaneEpisodes | undefined) {
  return useMemo(() => (episodes === undefined ? null : listed(episodes)), [episodes])
}

const noSpan = { fromDay: null, toDay: null }

function listed({ slots, entries }: LaneEpisodes) {
  const among = new Set(entries)
  const slotsByPodcast = Map.groupBy(slots.keys(), (slot) => slots[slot]?.row.podcastSlug)
  const known = new Map<EpisodeId, boolean>()

  function has(id: EpisodeId): boolean {
    const found = known.get(id) ?? isAmong(id)
    known.set(id, found)
    return found
  }

  function isAmong(id: EpisodeId): boolean {
    const { podcastSlug, episodeSlug } = slugsOf(id)
    return (slotsByPodcast.get(podcastSlug) ?? []).some((slot) => {
      const position = slots[slot]?.row.slugs.indexOf(episodeSlug) ?? -1
      return position !== -1 && among.has(entryOf(slot, position))
    })
  }

  const dates = Float64Array.from(
    entries,
    (entry) => slots[slotOf(entry)]?.row.publishedAtMs[positionOf(entry)] ?? 0,
  )
  return { rows: episodeList(slots, entries), dates, has }
}
