import { z } from 'zod'
import { archiveForms, archivePartSchema } from '../archive/parts.ts'
import { exportTargets } from '../exports/targets.ts'
import { audioLocationSchema } from '../models/audio.ts'
import { downloadAskers } from '../models/download.ts'
import { episodeIdSchema, slugSchema } from '../models/identity.ts'
import { mostOutlines, outlineSchema } from '../models/outline.ts'
import { followedPodcastSchema } from '../models/schedule.ts'
import { settingsChangeSchema } from '../models/settings.ts'
import { episodeRequestSchema, pullRequestSchema } from '../models/sync.ts'
import type { CallInput, CallName } from './contract.ts'

const nothing = z.null()
/** Far more than anyone follows. */
const mostFollowed = 20_000
const oneEpisode = z.object({ episodeId: episodeIdSchema })
const archiveForm = z.object({ form: z.enum(archiveForms) })
const cursor = z.string().max(100).nullable()
const webAddress = z.url({ protocol: /^https?$/ }).max(4000)

/** How the gate parses the argument of each call before any handler sees it. */
export const callSchemas: { [Name in CallName]: z.ZodType<CallInput<Name>> } = {
  'app.start': nothing,
  'app.listening': nothing,
  'app.ready-to-close': nothing,
  'app.open-outside': z.object({ url: z.string().max(4000) }),
  'app.report-fault': z.object({ message: z.string().max(4000), stack: z.string().max(20_000) }),
  'app.notify': z.object({
    title: z.string().max(2000),
    body: z.string().max(2000),
    opens: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('episode'), episodeId: episodeIdSchema }),
      z.object({ kind: z.literal('requests') }),
    ]),
  }),
  'database.give-up': nothing,
  'home.append': z.object({ changes: z.string() }),
  'home.standing': nothing,
  'home.read': z.object({ after: z.number().int().nonnegative().nullable(), cursor }),
  'home.snapshots': nothing,
  'home.snapshot-rows': z.object({ name: z.string().max(200), cursor }),
  'home.take-snapshot': nothing,
  'home.show-folder': nothing,
  'home.check': nothing,
  'home.retry': nothing,
  'home.move': nothing,
  'home.keep-here': nothing,
  'archive.begin-export': archiveForm,
  'archive.add': z.object({ exportId: z.uuid(), part: archivePartSchema }),
  'archive.finish-export': z.object({ exportId: z.uuid() }),
  'archive.abandon-export': nothing,
  'archive.show-exported': nothing,
  'archive.open-import': archiveForm,
  'archive.whole-import': z.object({ importId: z.uuid() }),
  'archive.read-import': z.object({ importId: z.uuid(), page: z.number().int().nonnegative() }),
  'archive.take-settings': z.object({ importId: z.uuid() }),
  'archive.close-import': nothing,
  'exports.standing': nothing,
  'exports.choose-folder': nothing,
  'exports.keep-up-to-date': z.object({ isWanted: z.boolean() }),
  'exports.give-token': z.object({ token: z.string().max(1000) }),
  'exports.forget-token': nothing,
  'exports.begin': z.object({
    target: z.enum(exportTargets),
    episodeId: episodeIdSchema.nullable(),
    topic: z.exactOptional(z.string().max(1000)),
  }),
  'exports.add': z.object({ exportId: z.uuid(), part: z.string() }),
  'exports.finish': z.object({ exportId: z.uuid() }),
  'exports.abandon': nothing,
  'exports.show': nothing,
  'settings.change': settingsChangeSchema,
  'connectivity.check': nothing,
  'podcast.look-up': z.object({ text: z.string().max(4000) }),
  'podcast.find-outlines': z.object({ outlines: z.array(outlineSchema).max(mostOutlines) }),
  'sync.follow': z.object({ podcasts: z.array(followedPodcastSchema).max(mostFollowed) }),
  'sync.open-line': z.object({ lineId: z.uuid() }),
  'sync.read-anew': z.object({ podcastSlugs: z.array(slugSchema).max(mostFollowed) }),
  'sync.pull': pullRequestSchema,
  'episode.read': episodeRequestSchema,
  'audio.find': z.object({
    audio: audioLocationSchema.nullable(),
    canonicalUrl: webAddress.nullable(),
    feedUrl: webAddress.nullable(),
    title: z.string(),
    publishedAt: z.iso.datetime().nullable(),
    durationSeconds: z.number().nonnegative().nullable(),
  }),
  'audio.open': z.object({ episodeId: episodeIdSchema, location: audioLocationSchema }),
  'audio.timing': z.object({ url: webAddress }),
  'audio.choose-file': nothing,
  'downloads.list': nothing,
  'downloads.start': z.object({
    episodeId: episodeIdSchema,
    title: z.string().max(2000),
    location: audioLocationSchema,
    askedBy: z.enum(downloadAskers),
  }),
  'downloads.pause': oneEpisode,
  'downloads.resume': oneEpisode,
  'downloads.remove': oneEpisode,
  'downloads.restore': oneEpisode,
  'downloads.forget': oneEpisode,
  'downloads.wanted': z.object({ episodeIds: z.array(episodeIdSchema).max(1000) }),
  'transcription.send': z.object({
    requestId: z.uuid(),
    episodeId: episodeIdSchema,
    actionUrl: webAddress.nullable(),
  }),
}
