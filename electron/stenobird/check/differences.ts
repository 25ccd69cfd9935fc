import type { Episode } from '../../../shared/models/episode.ts'

/**
 * In what two representations of one episode differ, of what both of them carry. Pages tell no time of day and no time of a
 * highlight, so these are not compared.
 */
export function differences(one: Episode, other: Episode): string[] {
  const [ours, theirs] = [comparable(one), comparable(other)]
  return comparedNames.filter((name) => {
    const [mine, yours] = [ours[name], theirs[name]]
    return !isAbsent(mine) && !isAbsent(yours) && JSON.stringify(mine) !== JSON.stringify(yours)
  })
}

const comparedNames = [
  'title',
  'podcast',
  'published',
  'duration',
  'state',
  'canonical',
  'summary',
  'topics',
  'highlights',
  'chapters',
  'actions',
] as const

function comparable(episode: Episode): Record<(typeof comparedNames)[number], unknown> {
  return {
    title: oneLine(episode.title),
    podcast: oneLine(episode.podcastTitle),
    published: episode.publishedAt?.slice(0, 10) ?? null,
    duration: episode.durationSeconds,
    state: episode.processingState,
    canonical: episode.canonicalUrl,
    summary: oneLine(episode.summary),
    topics: episode.topics.map(oneLine),
    highlights: episode.highlights.map(({ kind, text }) => [kind, oneLine(text)]),
    chapters: episode.chapters.map((chapter) => [
      Math.floor(chapter.startSeconds),
      oneLine(chapter.title),
      oneLine(chapter.description),
    ]),
    actions: episode.actions.map(({ method, url }) => [method, url]),
  }
}

function isAbsent(value: unknown): boolean {
  return value === null || value === '' || value === 'unknown' || (Array.isArray(value) && value.length === 0)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
