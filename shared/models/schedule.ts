import { z } from 'zod'
import { slugSchema } from './identity.ts'
import { sourceIds } from './podcast.ts'

/** A podcast that the person follows, as much as the schedule needs of it. */
export const followedPodcastSchema = z.object({ slug: slugSchema, source: z.enum(sourceIds) })
export type FollowedPodcast = z.infer<typeof followedPodcastSchema>

/** When a podcast is looked at next. Times are epoch milliseconds. */
export type NextLook =
  | { kind: 'at'; atMs: number }
  /** It is its turn. */
  | { kind: 'now' }
  /** The service asked to be left alone until then. */
  | { kind: 'held'; untilMs: number }
  /** The service has trouble of its own; that is when it is tried again. */
  | { kind: 'service-troubled'; atMs: number }
  /** As soon as the service can be reached. */
  | { kind: 'unreachable' }
  /** It is on this computer: nobody is asked. */
  | { kind: 'on-this-computer' }

export type PodcastSchedule = {
  /** When the service last answered about it, news or none. */
  lastCheckedAtMs: number | null
  /** About how often it is looked at. */
  everyMs: number
  next: NextLook
}
