import { episodeLink } from '../../../shared/formats/deep-link.ts'
import { episodeMarkdown } from '../../../shared/formats/episode-markdown.ts'
import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import { podcastingChapters } from '../../../shared/formats/podcasting-chapters.ts'
import { annotationCollection } from '../../../shared/formats/web-annotation.ts'
import { episodeFileName } from '../format/file-names.ts'
import { episodePaths } from '../format/layout.ts'

type TextFile = { path: string; text: string }

/** What is there to be read of one episode without Earmark. */
export function episodeFiles(noted: NotedEpisode): TextFile[] {
  const { episode, audioUrl, notes } = noted
  const paths = episodePaths(episodeFileName(episode.id))
  const files = [{ path: paths.notes, text: episodeMarkdown(noted) }]
  if (episode.chapters.length > 0) files.push(jsonFile(paths.chapters, podcastingChapters(episode)))
  if (notes.length > 0) {
    const address = episodeLink(episode.id)
    const source = audioUrl ?? episode.canonicalUrl ?? address
    const about = { source, scope: episode.canonicalUrl }
    files.push(jsonFile(paths.annotations, annotationCollection(address, episode.title, notes, about)))
  }
  return files
}

function jsonFile(path: string, value: object): TextFile {
  return { path, text: `${JSON.stringify(value, null, 2)}\n` }
}
