import { episodeLink } from '../formats/deep-link.ts'
import { episodeMarkdown } from '../formats/episode-markdown.ts'
import type { NotedEpisode } from '../formats/noted-episode.ts'
import { podcastingChapters } from '../formats/podcasting-chapters.ts'
import { annotationCollection } from '../formats/web-annotation.ts'
import type { ArchivePart, ReadableEpisode } from './parts.ts'

type NotesPart = Extract<ArchivePart, { kind: 'notes' }>

/** So that no message is very large, unless one episode's are. */
const mostCharacters = 1_000_000

/** What is there to be read of episodes without Earmark. */
export function* readableParts(noted: Iterable<NotedEpisode>): Generator<NotesPart> {
  let part: NotesPart = { kind: 'notes', episodes: [] }
  let characters = 0
  for (const one of noted) {
    const readable = readableOf(one)
    part.episodes.push(readable)
    const { notes, chapters, annotations } = readable
    characters += notes.length + (chapters?.length ?? 0) + (annotations?.length ?? 0)
    if (characters < mostCharacters) continue
    yield part
    part = { kind: 'notes', episodes: [] }
    characters = 0
  }
  if (part.episodes.length > 0) yield part
}

function readableOf(noted: NotedEpisode): ReadableEpisode {
  const { episode, audioUrl, notes } = noted
  const { id, title, canonicalUrl, chapters } = episode
  const address = episodeLink(id)
  const about = { source: audioUrl ?? canonicalUrl ?? address, scope: canonicalUrl }
  return {
    id,
    notes: episodeMarkdown(noted),
    chapters: chapters.length > 0 ? jsonText(podcastingChapters(episode)) : null,
    annotations: notes.length > 0 ? jsonText(annotationCollection(address, title, notes, about)) : null,
  }
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
