import { z } from 'zod'
import type { NotedEpisode } from '../formats/noted-episode.ts'
import { keptKinds } from '../kept/kinds.ts'
import { type Annotation, annotationOf, annotationRowSchema } from '../models/annotation.ts'
import { episodeSchema } from '../models/episode.ts'
import { episodeIdSchema } from '../models/identity.ts'

/** One folder, or one zip file of the same. */
export const archiveForms = ['folder', 'zip'] as const
export type ArchiveForm = (typeof archiveForms)[number]

/** Where an archive lies that was written, and of how many files it is. */
export type Exported = { place: string; files: number }

const seconds = z.number().nonnegative()

/** What goes out of an episode beside what the person made of it. */
export const describedEpisodeSchema = episodeSchema.pick({
  id: true,
  title: true,
  podcastTitle: true,
  publishedAt: true,
  durationSeconds: true,
  canonicalUrl: true,
  summary: true,
  topics: true,
  highlights: true,
  chapters: true,
})

export const notedEpisodeSchema: z.ZodType<NotedEpisode> = z.object({
  episode: describedEpisodeSchema,
  audioUrl: z.string().nullable(),
  notes: z.array(z.unknown()).transform((rows) => rows.flatMap(understood)),
  drafts: z.array(z.object({ text: z.string(), startSeconds: seconds.nullable() })),
  listening: z
    .object({
      positionSeconds: seconds,
      finishedAt: z.iso.datetime().nullable(),
      heardAt: z.iso.datetime().nullable(),
    })
    .nullable(),
})

/** One of a newer version is left out: it is in the archive among the rows, as it is. */
export function understood(row: unknown): Annotation[] {
  const parsed = annotationRowSchema.safeParse(row)
  return parsed.success ? [annotationOf(parsed.data)] : []
}

/** How far the person is in an episode, as it is read without Earmark. */
const heardEpisodeSchema = z.object({
  episodeId: episodeIdSchema,
  /** Empty when only the id is known. */
  title: z.string(),
  podcastTitle: z.string(),
  positionSeconds: seconds,
  durationSeconds: seconds.nullable(),
  finishedAt: z.iso.datetime().nullable(),
  heardAt: z.iso.datetime().nullable(),
  /** Of the audio; each second once. */
  heardSeconds: seconds,
})
export type HeardEpisode = z.infer<typeof heardEpisodeSchema>

const count = z.number().int().nonnegative()

/** Whose rows a file of an archive holds. */
const rowKinds = [...keptKinds, 'episodes'] as const

/** What is there to be read of one episode without Earmark, as texts; `null` where there is nothing to be said. */
const readableEpisodeSchema = z.object({
  id: episodeIdSchema,
  notes: z.string(),
  chapters: z.string().nullable(),
  annotations: z.string().nullable(),
})
export type ReadableEpisode = z.infer<typeof readableEpisodeSchema>

/**
 * What an archive is written from, piece by piece: all rows of one kind come one after the other, so that no file has to be opened
 * twice. The worker that read them looked at them and made the text; whoever writes it makes nothing of it, but files.
 */
export const archivePartSchema = z.discriminatedUnion('kind', [
  /** `lines` are JSON, each with its end; `deletions` of them are of what was deleted. */
  z.object({
    kind: z.literal('rows'),
    of: z.enum(rowKinds),
    lines: z.string(),
    rows: count,
    deletions: count,
  }),
  z.object({ kind: z.literal('heard'), episodes: z.array(heardEpisodeSchema) }),
  z.object({ kind: z.literal('notes'), episodes: z.array(readableEpisodeSchema) }),
])
export type ArchivePart = z.infer<typeof archivePartSchema>
