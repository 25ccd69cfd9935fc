import { z } from 'zod'
import { anchorEnd, anchorQuote } from '../models/anchor.ts'
import type { Annotation } from '../models/annotation.ts'
import { trackingSchema } from '../models/tracking.ts'
import { episodeLink, noteLink } from './deep-link.ts'
import { colourText } from './note-words.ts'
import type { NotedEpisode } from './noted-episode.ts'
import type { TextFormat } from './text-format.ts'

const seconds = z.number().nonnegative()

const noteSchema = z.object({
  id: z.uuid(),
  /** Opens it in Earmark. */
  link: z.string(),
  on: z.enum(['moment', 'range', 'chapter', 'highlight', 'transcript']),
  startSeconds: seconds.nullable(),
  endSeconds: seconds.nullable(),
  /** The words that it was made on. */
  quote: z.string().nullable(),
  chapter: z.string().nullable(),
  /** Markdown; empty for a mere mark. */
  body: z.string(),
  tags: z.array(z.string()),
  starred: z.boolean(),
  /** What its colour says. */
  colour: z.string().nullable(),
  tracking: trackingSchema.nullable(),
  /** ISO 8601 UTC, both. */
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})

const episodeSchema = z.object({
  /** `podcast/episode`. */
  id: z.string(),
  link: z.string(),
  title: z.string(),
  podcast: z.string(),
  publishedAt: z.iso.datetime().nullable(),
  durationSeconds: seconds.nullable(),
  page: z.string().nullable(),
  audio: z.string().nullable(),
  topics: z.array(z.string()),
  notes: z.array(noteSchema),
})

/** All notes as plain JSON (docs/exports.md). A later version only adds. */
export const notesJsonSchema = z.object({
  format: z.literal('earmark-notes'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  app: z.object({ name: z.string(), version: z.string() }),
  episodes: z.array(episodeSchema),
})
type NotesJson = z.infer<typeof notesJsonSchema>

/** `createdAt` is ISO 8601 UTC. */
export function notesJson({ createdAt, appVersion }: { createdAt: string; appVersion: string }): TextFormat {
  let isFirst = true
  const head: Omit<NotesJson, 'episodes'> = {
    format: 'earmark-notes',
    version: 1,
    createdAt,
    app: { name: 'Earmark', version: appVersion },
  }
  return {
    begin: () => `${JSON.stringify(head).slice(0, -1)},"episodes":[\n`,
    add: (noted) => {
      const text = `${isFirst ? '' : ',\n'}${JSON.stringify(episodeOf(noted))}`
      isFirst = false
      return text
    },
    end: () => '\n]}\n',
  }
}

function episodeOf({ episode, audioUrl, notes }: NotedEpisode): NotesJson['episodes'][number] {
  return {
    id: episode.id,
    link: episodeLink(episode.id),
    title: episode.title,
    podcast: episode.podcastTitle,
    publishedAt: episode.publishedAt,
    durationSeconds: episode.durationSeconds,
    page: episode.canonicalUrl,
    audio: audioUrl,
    topics: episode.topics,
    notes: notes.map(noteOf),
  }
}

function noteOf(note: Annotation): NotesJson['episodes'][number]['notes'][number] {
  const { id, anchor, context, body, tags, starred, tracking, createdAt, updatedAt } = note
  return {
    id,
    link: noteLink(id),
    on: anchor.kind,
    startSeconds: anchor.startSeconds ?? null,
    endSeconds: anchorEnd(anchor),
    quote: anchorQuote(anchor),
    chapter: context.chapterTitle,
    body,
    tags,
    starred,
    colour: note.colour === null ? null : colourText(note.colour),
    tracking,
    createdAt,
    updatedAt,
  }
}
