import { z } from 'zod'
import { longestValidator } from '../../../shared/models/sync.ts'

const validatorSchema = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() })
/** What a later request for the same address can name, so that it costs no body when nothing changed (RFC 9110, 13). */
export type Validator = z.infer<typeof validatorSchema>

const keptPageSchema = z.object({
  slug: z.string(),
  /** By which row of STENOBIRD.md it was read. */
  road: z.enum(['A4', 'K2', 'K1']),
  validator: validatorSchema.nullable(),
})
/** What is kept of an episode that was read by itself. */
export type KeptPage = z.infer<typeof keptPageSchema>

const storedValidatorSchema = z.discriminatedUnion('path', [
  z.object({
    path: z.literal('api'),
    /** From where the list is asked for: it is this question's answer that the validator is about. */
    since: z.string().nullable(),
    list: validatorSchema,
    /** Of A2. */
    podcast: validatorSchema.nullable(),
  }),
  z.object({
    path: z.literal('markdown-list'),
    list: validatorSchema.nullable(),
    /** Of the list's text, for a service that gives no validators. `null`: to be read again, changed or not. */
    fingerprint: z.string().nullable(),
    /** When every page behind the list was last asked for. */
    readAtMs: z.number(),
    pages: z.array(keptPageSchema),
  }),
  z.object({
    path: z.literal('single-episodes'),
    /** When every road was last tried. */
    readAtMs: z.number(),
    pages: z.array(keptPageSchema),
  }),
])
/** What a whole pass leaves for the next one, opaque to the page. */
export type StoredValidator = z.infer<typeof storedValidatorSchema>
export type StoredAt<Path extends StoredValidator['path']> = Extract<StoredValidator, { path: Path }>

const cursorSchema = z.discriminatedUnion('path', [
  z.object({
    path: z.literal('api'),
    next: z.string(),
    /** From where the pass asks, and what it has seen so far: the newest `updatedAt`, and when its first page was served. */
    since: z.string().nullable(),
    newest: z.string().nullable(),
    servedAt: z.string().nullable(),
    podcast: validatorSchema.nullable(),
  }),
  z.object({
    path: z.literal('markdown-list'),
    /** The last episode that was read; where it is gone, the offset counts. */
    after: z.string(),
    offset: z.number().int().nonnegative(),
  }),
  z.object({ path: z.literal('single-episodes'), offset: z.number().int().nonnegative() }),
])
/** Where a pass goes on, opaque to the page. */
export type Cursor = z.infer<typeof cursorSchema>
export type CursorAt<Path extends Cursor['path']> = Extract<Cursor, { path: Path }>

export const writeCursor = (cursor: Cursor): string => JSON.stringify(cursor)

/** One so long that the next request could not carry it leaves out what it kept of pages, or is none at all. */
export function writeValidator(validator: StoredValidator | null): string | null {
  if (validator === null) return null
  const text = JSON.stringify(validator)
  if (text.length <= longestValidator) return text
  return validator.path === 'api' || validator.pages.length === 0
    ? null
    : writeValidator({ ...validator, pages: [] })
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
