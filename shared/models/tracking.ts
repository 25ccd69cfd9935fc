import { z } from 'zod'

export const trackingStates = ['to-try', 'trying', 'worked', 'did-not'] as const
export type TrackingState = (typeof trackingStates)[number]

/** What becomes of something that a person means to try. */
export const trackingSchema = z.object({
  state: z.enum(trackingStates),
  /** Markdown: how it went. */
  note: z.string(),
  /** The person's calendar day. */
  lookAgainOn: z.iso.date().nullable(),
})
export type Tracking = z.infer<typeof trackingSchema>
