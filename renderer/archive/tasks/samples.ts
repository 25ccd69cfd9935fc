import { understoodChange } from '../../../shared/kept/rows.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { type Comparison, type Effect, effectOf } from '../../db/compare-changes.ts'
import { episodeRowsOf } from '../../db/episodes.ts'
import type { Sample } from '../import-plan.ts'

/** Of each kind and effect. */
const most = 3
const longestTitle = 90

type Found = Omit<Sample, 'title'> & { title: string | null; episodeId: EpisodeId | null }

/** Collects a few of the rows on which something is done, so that a person recognises what it is about. */
export function createSamples() {
  const found: Found[] = []
  const counts = new Map<string, number>()
  const titles = new Map<EpisodeId, string>()

  return {
    look: (comparison: Comparison): void => {
      const { kind, verdict, here, change } = comparison
      const effect = verdict === 'take' ? effectOf(here, change) : null
      if (effect === null) return
      const name = `${kind} ${effect}`
      const count = counts.get(name) ?? 0
      const sample = count < most ? sampleOf(comparison, effect) : null
      if (sample === null) return
      counts.set(name, count + 1)
      found.push(sample)
    },
    /** Episodes that the archive brings with it. */
    name: (episodes: readonly Episode[]): void => {
      const wanted = new Set(found.map(({ episodeId }) => episodeId))
      for (const { id, title } of episodes) if (wanted.has(id)) titles.set(id, title)
    },
    titled: async (): Promise<Sample[]> => {
      const rows = await episodeRowsOf(found.flatMap(({ episodeId }) => episodeId ?? []))
      for (const { id, title } of rows) titles.set(id, title)
      return found.map(({ kind, effect, title, episodeId }) => {
        const words = title ?? (episodeId === null ? null : titles.get(episodeId)) ?? episodeId ?? ''
        return { kind, effect, title: shortened(words) }
      })
    },
  }
}

/** Of a row that is deleted, what it was. */
function sampleOf({ kind, change, here }: Comparison, effect: Effect): Found | null {
  const told = understoodChange(change.row === null ? (here ?? change) : change)
  if (told === null || told.row === null || told.kind === 'settings') return null
  switch (told.kind) {
    case 'annotations':
      return { kind, effect, title: wordsOf(told.row.body), episodeId: told.row.episodeId }
    // Its words are those of a note that has a line of its own.
    case 'annotationEdits':
      return null
    case 'drafts':
      return { kind, effect, title: wordsOf(told.row.text), episodeId: told.row.episodeId }
    case 'requests':
      return { kind, effect, title: told.row.episodeTitle, episodeId: null }
    case 'podcasts':
      return { kind, effect, title: told.row.title, episodeId: null }
    case 'topicNames':
      return { kind, effect, title: told.row.topic, episodeId: null }
    case 'smartLists':
      return { kind, effect, title: told.row.name, episodeId: null }
    case 'speeds':
      return { kind, effect, title: told.row.podcastSlug, episodeId: null }
    case 'listening':
    case 'heard':
    case 'audio':
    case 'offsets':
    case 'chapterSkips':
    case 'queue':
      return { kind, effect, title: null, episodeId: told.row.episodeId }
  }
}

/** The first line with words; `null` when there is none. */
function wordsOf(text: string): string | null {
  return /\S[^\n\r]*/.exec(text)?.[0] ?? null
}

function shortened(text: string): string {
  return text.length > longestTitle ? `${text.slice(0, longestTitle - 1).trimEnd()}…` : text
}
