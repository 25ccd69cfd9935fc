import { z } from 'zod'
import { longestValidator } from '../../../shared/models/sync.ts'

const validatorSchema = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() })

const storedValidatorSchema = z.discriminatedUnion('path', [
  validatorSchema.extend({ path: z.literal('api') }),
  /** A page list has no validator of its own that can be trusted; this is the list's fingerprint. */
  z.object({ path: z.literal('markdown-list'), fingerprint: z.string(), readAtMs: z.number() }),
])
/** What a whole pass leaves for the next one, opaque to the page. */
export type StoredValidator = z.infer<typeof storedValidatorSchema>

const cursorSchema = z.discriminatedUnion('path', [
  z.object({ path: z.literal('api'), next: z.string() }),
  z.object({
    path: z.literal('markdown-list'),
    /** The last episode that was read; where it is gone, the offset counts. */
    after: z.string(),
    offset: z.number().int().nonnegative(),
    validator: storedValidatorSchema.nullable(),
  }),
  z.object({ path: z.literal('single-episodes'), offset: z.number().int().nonnegative() }),
])
/** Where a pass goes on, opaque to the page. */
export type Cursor = z.infer<typeof cursorSchema>

export const writeCursor = (cursor: Cursor): string => JSON.stringify(cursor)

/** `null` also for one so long (an ETag can fill a header) that the next request could not carry it. */
export function writeValidator(validator: StoredValidator | null): string | null {
  if (validator === null) return null
  const text = JSON.stringify(validator)
  return text.length > longestValidator ? null : text
}

/** `null` when it is none of ours, e.g. of another version of the app. */
export function readCursor(text: string): Cursor | null {
  return cursorSchema.safeParse(parsed(text)).data ?? null
}

export function readValidator(text: string | null): StoredValidator | null {
  return text === null ? null : (storedValidatorSchema.safeParse(parsed(text)).data ?? null)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
