import { z } from 'zod'

/**
 * Where a note came from that was not written in Earmark, and what finds its episode by: an episode that is not in the library
 * yet may come with a later sync.
 */
export const originSchema = z.object({
  /** The program it was exported from: `readwise`, `snipd`, `podnotes`, or one that only a newer version reads. */
  from: z.string().min(1),
  /** Of what the file said of it, by which the same note is known again whatever the person made of it since. */
  digest: z.string(),
  /** Of the episode: its page, its audio; http, https or earmark. */
  addresses: z.array(z.string()),
  feedUrl: z.string().nullable(),
  /** `2026-03-04`. */
  publishedOn: z.string().nullable(),
})
