import { z } from 'zod'
import { highlightKinds } from './episode.ts'

const seconds = z.number().nonnegative()

/** A stretch of the audio that is not empty. */
function isForward({ startSeconds, endSeconds }: { startSeconds: number; endSeconds: number }): boolean {
  return endSeconds > startSeconds
}

/**
 * What a note points at. Beside the time it keeps what stood there when it was written, so that it can be
 * placed again when the service changes the episode (ARCHITECTURE.md, "Anchoring"). Seconds are on the resource's
 * clock, as those of chapters are; all kinds call where they begin `startSeconds`.
 */
export const anchorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moment'), startSeconds: seconds }),
  z.object({ kind: z.literal('range'), startSeconds: seconds, endSeconds: seconds }).refine(isForward),
  z.object({ kind: z.literal('chapter'), startSeconds: seconds, title: z.string() }),
  z.object({
    kind: z.literal('highlight'),
    highlightKind: z.enum(highlightKinds),
    quote: z.string(),
    startSeconds: seconds.optional(),
  }),
  /** Of words that were said. Nothing makes one yet; one that is met is shown, kept and exported. */
  z
    .object({
      kind: z.literal('transcript'),
      startSeconds: seconds,
      endSeconds: seconds,
      quote: z.string(),
      /** What is said right before and after, for telling it from the same words elsewhere. */
      prefix: z.exactOptional(z.string()),
      suffix: z.exactOptional(z.string()),
      speaker: z.exactOptional(z.string()),
    })
    .refine(isForward),
])
export type Anchor = z.infer<typeof anchorSchema>

/** Where it ends in seconds; `null` of what has no end of its own. */
export function anchorEnd(anchor: Anchor): number | null {
  return 'endSeconds' in anchor ? anchor.endSeconds : null
}

/** The words it was made on, as they stood there; `null` of a mere time. */
export function anchorQuote(anchor: Anchor): string | null {
  switch (anchor.kind) {
    case 'highlight':
    case 'transcript':
      return anchor.quote
    case 'chapter':
      return anchor.title
    case 'moment':
    case 'range':
      return null
  }
}
