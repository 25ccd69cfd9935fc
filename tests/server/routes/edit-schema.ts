import { z } from 'zod'
import { audioOffers } from '../catalogue/model.ts'

const edit = {
  title: z.exactOptional(z.string()),
  publishedAt: z.exactOptional(z.iso.datetime()),
  durationSeconds: z.exactOptional(z.int().positive()),
  processingState: z.exactOptional(z.string()),
  hasCanonicalPage: z.exactOptional(z.boolean()),
  audioOffer: z.exactOptional(z.enum(audioOffers)),
  summary: z.exactOptional(z.string()),
  topics: z.exactOptional(z.array(z.string())),
  highlights: z.exactOptional(
    z.array(z.object({ kind: z.string(), text: z.string(), startSeconds: z.number() })),
  ),
  chapters: z.exactOptional(
    z.array(z.object({ startSeconds: z.number(), title: z.string(), description: z.string() })),
  ),
}

export const publishSchema = z.strictObject({
  podcastSlug: z.string(),
  slug: z.exactOptional(z.string()),
  ...edit,
})
export const changeSchema = z.strictObject({ podcastSlug: z.string(), slug: z.string(), ...edit })
