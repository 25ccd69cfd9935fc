import { z } from 'zod'
import { annotationRowSchema } from '../models/annotation.ts'
import { annotationEditSchema } from '../models/annotation-edit.ts'
import { audioLocationSchema } from '../models/audio.ts'
import { chapterRefSchema, chapterSkipSchema } from '../models/chapter-ref.ts'
import { heardSchema } from '../models/heard.ts'
import { episodeIdSchema, slugSchema } from '../models/identity.ts'
import { podcastSchema } from '../models/podcast.ts'
import { settingsSchema } from '../models/settings.ts'
import { transcriptionRequestSchema } from '../models/transcription-request.ts'
import type { KeptChange } from './change.ts'
import { type KeptKind, settingsKey } from './kinds.ts'

/** ISO 8601 UTC, both; `updatedAt` never goes back (`models/stamp.ts`). */
const stamped = { createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() }

/** Where the person is in an episode. */
const listeningSchema = z.object({
  episodeId: episodeIdSchema,
  positionSeconds: z.number().nonnegative(),
  /** Of the audio itself, once it was loaded. */
  durationSeconds: z.number().nonnegative().nullable(),
  heardAtMs: z.number(),
  /** ISO 8601 UTC; set when the end was reached by playing. */
  finishedAt: z.iso.datetime().nullable(),
  /** What was heard is kept beside it, in pieces (`models/heard.ts`); versions that kept none do not set it. */
  counted: z.literal(true).optional(),
  /** The person went to that position and heard nothing from there; versions that do not tell do not set it. */
  sought: z.exactOptional(z.literal(true)),
  /** Epoch milliseconds: when whoever wrote this had loaded the episode, and the newest hearing of it they knew of. */
  loadedAtMs: z.number().optional(),
  basedOnMs: z.number().optional(),
  ...stamped,
})

/** No audio is longer than a day. */
const largestOffsetSeconds = 86_400

/** A podcast that the person follows. */
const followedSchema = podcastSchema.extend({
  addedAt: z.iso.datetime(),
  /** There when episodes published after that instant are to be downloaded without being asked for. */
  autoDownload: z.exactOptional(z.object({ newerThan: z.iso.datetime() })),
  ...stamped,
})

/** Audio that the person gave; what Earmark found by itself it finds again. */
const givenAudioSchema = z.object({
  episodeId: episodeIdSchema,
  location: audioLocationSchema,
  origin: z.literal('person'),
  ...stamped,
})

/**
 * By how much an episode's audio runs behind what its chapters and notes count in. Not a part of `listening` or `audio`: a
 * position is written every few seconds, and of two copies of a row the later one holds, so that hearing an episode on another
 * computer would take away what the person set on this one, and setting it would make an old position the newer.
 */
const offsetSchema = z.object({
  episodeId: episodeIdSchema,
  /** Negative where the audio lacks a beginning. */
  offsetSeconds: z.number().min(-largestOffsetSeconds).max(largestOffsetSeconds),
  ...stamped,
})

/**
 * A podcast's own speed. Not a part of `podcasts`: a sync changes that row whenever an episode is published, so that the row of a
 * computer that only syncs would be the later one, and take away what the person set on another.
 */
const speedSchema = z.object({
  podcastSlug: slugSchema,
  /** 1 is as it was recorded. */
  rate: z.number().min(0.1).max(10),
  ...stamped,
})

/** Which chapters of an episode the person skips. A row of its own for the reason that an offset is one. */
const chapterSkipsSchema = z.object({
  episodeId: episodeIdSchema,
  /** Those of which nothing is said are played, unless a rule of the settings skips them. */
  chapters: z.array(chapterSkipSchema),
  ...stamped,
})

/**
 * What the person made of one topic as the service words it: shown under another one's name, or offered no more. A row for each,
 * so that what was done to different ones on different computers stands side by side (`shared/topics/topic-names.ts`).
 */
const topicNameSchema = z.object({
  topic: z.string().min(1),
  /** `null` where it goes by its own name. */
  shownAs: z.string().min(1).nullable(),
  hidden: z.boolean(),
  ...stamped,
})

/** A combination of filters under a name. */
const smartListSchema = z.object({
  id: z.uuid(),
  name: z.string().min(1),
  /** As a person would type it (`shared/search/query.ts`). */
  query: z.string(),
  /** Its place among them; of the same, the one that was made first comes first. */
  position: z.number(),
  ...stamped,
})

const queueSchema = z.object({
  episodeId: episodeIdSchema,
  position: z.number(),
  /** Only these chapters of it, in order of their start; without them, all of it. */
  chapters: z.exactOptional(z.array(chapterRefSchema).min(1)),
  ...stamped,
})

const draftSchema = z.object({
  key: z.string().min(1),
  episodeId: episodeIdSchema,
  text: z.string(),
  startSeconds: z.number().nonnegative().nullable(),
  ...stamped,
})

/**
 * A row as this version understands it. It is looked at and goes on untouched, so that what a newer version added to it,
 * at any depth, is kept. Settings alone are read field by field.
 */
const understoodChangeSchema = z.discriminatedUnion('kind', [
  changeOf('annotations', untouched(annotationRowSchema)),
  changeOf('annotationEdits', untouched(annotationEditSchema)),
  changeOf('listening', untouched(listeningSchema)),
  changeOf('heard', untouched(heardSchema)),
  changeOf('requests', untouched(transcriptionRequestSchema)),
  changeOf('podcasts', untouched(followedSchema)),
  changeOf('audio', untouched(givenAudioSchema)),
  changeOf('offsets', untouched(offsetSchema)),
  changeOf('speeds', untouched(speedSchema)),
  changeOf('chapterSkips', untouched(chapterSkipsSchema)),
  changeOf('topicNames', untouched(topicNameSchema)),
  changeOf('smartLists', untouched(smartListSchema)),
  changeOf('queue', untouched(queueSchema)),
  changeOf('drafts', untouched(draftSchema)),
  changeOf('settings', settingsSchema),
])
export type UnderstoodChange = z.infer<typeof understoodChangeSchema>

/** A row of that kind, as it lies in the second home. */
export type KeptRow<Kind extends KeptKind> = NonNullable<Extract<UnderstoodChange, { kind: Kind }>['row']>

/**
 * `null` when the row is none that this version can use: one of a newer version, say. It stays in the second home as it
 * is.
 */
export function understoodChange(change: KeptChange): UnderstoodChange | null {
  const known = alreadyUnderstood.get(change)
  if (known !== undefined) return known
  const understood = understand(change)
  alreadyUnderstood.set(change, understood)
  return understood
}

/** Several look at the same change, which nobody writes to, and each look costs as much as reading it did. */
const alreadyUnderstood = new WeakMap<KeptChange, UnderstoodChange | null>()

function understand(change: KeptChange): UnderstoodChange | null {
  const parsed = understoodChangeSchema.safeParse(change)
  if (!parsed.success) return null
  return parsed.data.row === null || keyOf(parsed.data) === change.key ? parsed.data : null
}

function keyOf(change: UnderstoodChange): string | null {
  const { kind, row } = change
  if (row === null) return null
  switch (kind) {
    case 'annotations':
    case 'annotationEdits':
    case 'heard':
    case 'requests':
    case 'smartLists':
      return row.id
    case 'listening':
    case 'audio':
    case 'offsets':
    case 'chapterSkips':
    case 'queue':
      return row.episodeId
    case 'podcasts':
      return row.slug
    case 'speeds':
      return row.podcastSlug
    case 'topicNames':
      return row.topic
    case 'drafts':
      return row.key
    case 'settings':
      return settingsKey
  }
}

function changeOf<Kind extends KeptKind, Row extends z.ZodType>(kind: Kind, row: Row) {
  return z.object({ kind: z.literal(kind), key: z.string(), updatedAt: z.string(), row: row.nullable() })
}

function untouched<Row>(schema: z.ZodType<Row>) {
  return z.custom<Row>((value) => schema.safeParse(value).success)
}
