import { z } from 'zod'
import type { Random } from '../catalogue/random.ts'
import type { Call } from '../http/call.ts'
import type { Reply } from '../http/reply.ts'
import { cursorText, readCursor } from '../routes/paging.ts'
import type { Fault } from './fault.ts'

type EntriesFault = Extract<Fault, { entries: unknown }>['entries']
type CursorFault = Extract<Fault, { cursor: unknown }>['cursor']

const entrySchema = z.looseObject({ slug: z.string(), title: z.string(), updated_at: z.string() })
const listSchema = z.object({ episodes: z.array(entrySchema), next_cursor: z.string().nullable() })
type Entry = z.infer<typeof entrySchema>

const dayMs = 24 * 60 * 60 * 1000

/** A page of A3 as a service with a fault in its list would give it; it gets validators that fit. */
export function spoiledList(call: Call, reply: Reply): Reply {
  let spoiled = reply
  for (const fault of call.faults) spoiled = spoiledBy(fault, call, spoiled)
  return spoiled
}

function spoiledBy(fault: Fault, call: Call, reply: Reply): Reply {
  if (!('entries' in fault) && !('cursor' in fault)) return reply
  if (reply.status !== 200 || !(reply.body instanceof Uint8Array)) return reply
  const { episodes, next_cursor } = listSchema.parse(JSON.parse(reply.body.toString()))
  const list =
    'entries' in fault
      ? { episodes: otherEntries(fault.entries, episodes, call.random), next_cursor }
      : { episodes, next_cursor: otherCursor(fault.cursor, next_cursor, call) }
  return { ...reply, body: Buffer.from(JSON.stringify(list)) }
}

function otherEntries(fault: EntriesFault, entries: Entry[], random: Random): unknown {
  const chosen = random.whole(0, Math.max(0, entries.length - 1))
  switch (fault) {
    case 'doubled':
      return entries.flatMap((entry) => [entry, entry])
    case 'with-older-copies':
      return entries.flatMap((entry) => [entry, olderCopy(entry)])
    case 'reversed':
      return entries.toReversed()
    case 'shuffled':
      return random.several(entries, entries.length)
    case 'one-missing':
      return entries.toSpliced(chosen, 1)
    case 'one-null':
      return [...entries.slice(0, chosen), null, ...entries.slice(chosen)]
    case 'one-unreadable':
      return entries.map((entry, index) => (index === chosen ? { ...entry, title: null } : entry))
    case 'slugs-swapped':
      return withSwappedSlugs(entries, chosen)
    case 'with-a-stranger':
      return [...entries, ...entries.slice(0, 1).map(asStranger)]
    case 'none':
      return []
    case 'no-list':
      return { first: entries[0] ?? null }
  }
}

function olderCopy(entry: Entry): Entry {
  const updatedAt = new Date(Date.parse(entry.updated_at) - dayMs).toISOString()
  return { ...entry, title: `Formerly: ${entry.title}`, updated_at: updatedAt }
}

function withSwappedSlugs(entries: readonly Entry[], chosen: number): Entry[] {
  const other = entries[chosen === 0 ? entries.length - 1 : 0]
  const one = entries[chosen]
  if (one === undefined || other === undefined) return [...entries]
  return entries.map((entry) => {
    if (entry === one) return { ...entry, slug: other.slug }
    return entry === other ? { ...entry, slug: one.slug } : entry
  })
}

function asStranger(entry: Entry): Entry {
  return {
    ...entry,
    slug: `stranger-${entry.slug}`,
    podcast: { slug: 'somebody-elses', title: 'Somebody Else’s' },
  }
}

function otherCursor(fault: CursorFault, next: string | null, { url }: Call): unknown {
  const asked = url.searchParams.get('cursor')
  switch (fault) {
    case 'here':
      return asked ?? next
    case 'first-page':
      return cursorText({ before: Number.MAX_SAFE_INTEGER, updatedSinceMs: null })
    case 'overlapping':
      return next === null ? null : moved(next, 5)
    case 'gone':
      return null
    case 'unknown':
      return next === null ? null : `was-${next.slice(0, 12)}`
    case 'number':
      return next === null ? null : 7
    case 'endless':
      return next === null ? null : next.padEnd(20_000, '=')
    case 'never-ending':
      return next ?? moved(asked ?? cursorText({ before: 0, updatedSinceMs: null }), -1000)
  }
}

function moved(cursor: string, by: number): string {
  const place = readCursor(cursor)
  return place === null ? cursor : cursorText({ ...place, before: (place.before ?? 0) + by })
}
