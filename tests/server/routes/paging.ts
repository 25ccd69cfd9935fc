import { z } from 'zod'
import type { Call } from '../http/call.ts'

const defaultLimit = 50
/** Of episodes on one page, where nothing else is set. */
export const usualGreatestPage = 200

const cursorSchema = z.object({ before: z.int().nullable(), updatedSinceMs: z.number().nullable() })
/** What a cursor stands for. The filter travels in it, so that following pages need not name it again. */
type Cursor = z.infer<typeof cursorSchema>

const limitSchema = z.coerce.number().int().positive()
const instantSchema = z.iso.datetime({ offset: true })

export type PageWish = { before: number | null; updatedSinceMs: number | null; limit: number }

/** `null` for what cannot be understood: the answer is a 400. */
export function readPageWish({ url }: Call, greatestPage = usualGreatestPage): PageWish | null {
  const limit = limitSchema.safeParse(url.searchParams.get('limit') ?? defaultLimit)
  const since = url.searchParams.get('updated_since')
  const cursorText = url.searchParams.get('cursor')
  if (!limit.success || (since !== null && !instantSchema.safeParse(since).success)) return null

  const capped = Math.min(limit.data, greatestPage)
  if (cursorText === null || cursorText === '') {
    return { before: null, updatedSinceMs: since === null ? null : Date.parse(since), limit: capped }
  }
  const cursor = readCursor(cursorText)
  return cursor === null ? null : { ...cursor, limit: capped }
}

export function cursorText(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

export function readCursor(text: string): Cursor | null {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return null
  }
}
