import type { Chapter, EpisodeAction, Highlight } from '../../../shared/models/episode.ts'
import { wireActionSchema, wireChapterSchema, wireHighlightSchema } from '../assumed.ts'
import { readDuration } from '../reading/durations.ts'
import { highlightOf, readHighlight } from '../reading/highlights.ts'
import { most } from '../reading/limits.ts'
import type { Warnings } from '../reading/warnings.ts'
import { readWebAddress } from '../reading/web-addresses.ts'

export function mapTopics(items: unknown[], warnings: Warnings): string[] {
  return collected('topics', items, warnings, (item) => (typeof item === 'string' ? item : null))
}

export function mapHighlights(items: unknown[], warnings: Warnings): Highlight[] {
  return collected('highlights', items, warnings, (item) => {
    const wire = wireHighlightSchema.safeParse(item)
    if (!wire.success) return null
    if (typeof wire.data === 'string') return readHighlight(wire.data)
    const { kind, text, start_seconds } = wire.data
    return highlightOf(kindInWords(kind ?? ''), text, secondsOf(start_seconds))
  })
}

export function mapChapters(items: unknown[], warnings: Warnings): Chapter[] {
  return collected('chapters', items, warnings, (item) => {
    const wire = wireChapterSchema.safeParse(item)
    if (!wire.success) return null
    const { start_seconds, start, timestamp, title, description, summary } = wire.data
    const startSeconds = secondsOf(start_seconds ?? start ?? timestamp)
    if (startSeconds === null) return null
    return { startSeconds, title, description: description ?? summary ?? '' }
  })
}

export function mapActions(items: unknown[], warnings: Warnings): EpisodeAction[] {
  return collected('actions', items, warnings, (item) => {
    const wire = wireActionSchema.safeParse(item)
    if (!wire.success) return null
    const url = readWebAddress(wire.data.url ?? wire.data.href ?? '')
    if (url === null) return null
    return {
      method: (wire.data.method ?? 'GET').toUpperCase(),
      url,
      description: wire.data.description ?? '',
    }
  })
}

function collected<Item>(
  where: string,
  items: unknown[],
  warnings: Warnings,
  read: (item: unknown) => Item | null,
): Item[] {
  if (items.length > most.lookedAt) {
    warnings.add(where, `More than ${most.lookedAt.toLocaleString('en')}; the rest was not looked at.`)
  }
  return items.slice(0, most.lookedAt).flatMap((item, index) => {
    const value = read(item)
    if (value !== null) return [value]
    warnings.add(where, `Number ${index + 1} cannot be read.`)
    return []
  })
}

function secondsOf(time: string | number | null | undefined): number | null {
  return time === null || time === undefined ? null : readDuration(time)
}

/** `open_question` is "Open question", and `quote` is "Quote", as pages word them. */
function kindInWords(kind: string): string {
  const words = kind.replace(/[_-]+/g, ' ').trim()
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}
