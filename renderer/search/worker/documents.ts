import { anchorQuote } from '../../../shared/models/anchor.ts'
import type { Annotation } from '../../../shared/models/annotation.ts'
import type { Chapter, Highlight } from '../../../shared/models/episode.ts'
import type { DocumentText } from '../engine/build-segment.ts'
import { fields } from '../engine/fields.ts'

/** What is searched of an episode, as the service says it. */
type SearchedEpisode = {
  title: string
  podcastTitle: string
  topics: readonly string[]
  summary: string
  chapters: readonly Chapter[]
  highlights: readonly Highlight[]
}

/** The episode, then its chapters, then its highlights, each in their order. */
export function documentsOfEpisode(episode: SearchedEpisode): DocumentText[] {
  const { title, podcastTitle, topics, summary, chapters, highlights } = episode
  return [
    {
      kind: 'episode',
      texts: [
        { field: fields.episodeTitle, text: title },
        { field: fields.podcast, text: podcastTitle },
        { field: fields.summary, text: summary },
        ...topics.map((text) => ({ field: fields.topic, text })),
      ],
    },
    ...chapters.map(
      (chapter): DocumentText => ({
        kind: 'chapter',
        texts: [
          { field: fields.chapterTitle, text: chapter.title },
          { field: fields.chapterDescription, text: chapter.description },
        ],
      }),
    ),
    ...highlights.map(
      ({ kind, text }): DocumentText => ({ kind, texts: [{ field: fields.highlight, text }] }),
    ),
  ]
}

export function documentsOfNote({ body, anchor, tags }: Annotation): DocumentText[] {
  return [
    {
      kind: 'note',
      texts: [
        { field: fields.noteBody, text: body },
        { field: fields.noteQuote, text: anchorQuote(anchor) ?? '' },
        ...tags.map((text) => ({ field: fields.tag, text })),
      ],
    },
  ]
}
