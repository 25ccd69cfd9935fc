import { z } from 'zod'
import type { Call } from '../http/call.ts'
import { json, type Reply } from '../http/reply.ts'
import type { Route } from '../http/route.ts'

/** The one access token that is taken. */
export const readwiseToken = 'stand-in-token-of-readwise'

const address = z.url({ protocol: /^https?$/ }).max(2047)

/** As Readwise documents what it takes: <https://readwise.io/api_deets>. */
const highlightSchema = z.strictObject({
  text: z.string().min(1).refine(isShort(8191)),
  title: z.string().min(1).refine(isShort(511)),
  author: z.string().refine(isShort(1024)).optional(),
  source_url: address.optional(),
  source_type: z.string().min(3).max(64),
  category: z.enum(['books', 'articles', 'tweets', 'podcasts']),
  note: z.string().refine(isShort(8191)).optional(),
  location: z.int().optional(),
  location_type: z.enum(['page', 'order', 'time_offset']).optional(),
  highlighted_at: z.iso.datetime(),
  highlight_url: z.url().max(4095).optional(),
})
const bodySchema = z.strictObject({ highlights: z.array(highlightSchema).min(1) })

export type Readwise = {
  token: string
  highlights: z.infer<typeof highlightSchema>[]
  /** How many came in each request that was taken, and when: epoch milliseconds. */
  batches: { count: number; atMs: number }[]
}

export function readwiseRoutes(readwise: Readwise): Route[] {
  function take({ headers, body }: Call): Reply {
    if (headers.authorization !== `Token ${readwise.token}`) {
      return json({ detail: 'Invalid token.' }, { status: 401 })
    }
    const parsed = bodySchema.safeParse(jsonIn(body))
    if (!parsed.success) return json({ detail: z.prettifyError(parsed.error) }, { status: 400 })
    const { highlights } = parsed.data
    readwise.highlights.push(...highlights)
    readwise.batches.push({ count: highlights.length, atMs: Date.now() })
    return json(highlights.map((_highlight, index) => ({ id: index, modified_highlights: [index] })))
  }
  return [{ part: 'readwise', method: 'POST', path: '/api/v2/highlights/', answer: take }]
}

function isShort(most: number): (text: string) => boolean {
  return (text) => [...text].length <= most
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
