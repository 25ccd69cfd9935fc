import { canonicalJson } from '../../shared/kept/canonical-json.ts'
import type { KeptChange } from '../../shared/kept/change.ts'
import { rowName } from '../../shared/kept/merge.ts'
import { understoodChange } from '../../shared/kept/rows.ts'
import { type Annotation, annotationOf } from '../../shared/models/annotation.ts'
import type { RowWish } from '../db/turn-back.ts'

/**
 * What is brought back with everything. What was edited since stays known, a request is an order that the service has, a draft may be a note by now, and
 * settings are no work of a person's: they stay as they are.
 */
const broughtKinds = [
  'annotations',
  'listening',
  'heard',
  'podcasts',
  'audio',
  'offsets',
  'speeds',
  'chapterSkips',
  'topicNames',
  'smartLists',
  'queue',
] as const
type BroughtKind = (typeof broughtKinds)[number]

/** A note of a snapshot. */
export type NoteThen = {
  note: Annotation
  /** How it is now. */
  now: { kind: 'same' } | { kind: 'changed'; note: Annotation } | { kind: 'deleted' }
}

/** How many rows of a kind are not here any more, are here with other content, and came since. */
type KindDifference = { gone: number; changed: number; added: number }

export type Difference = {
  /** Newest first. */
  notes: readonly NoteThen[]
  kinds: Readonly<Record<BroughtKind, KindDifference>>
  /** What makes everything as it was then. */
  wishes: readonly RowWish[]
}

/** How now differs from a snapshot: all rows of both. */
export function differenceOf(then: Iterable<KeptChange>, now: Iterable<KeptChange>): Difference {
  const rest = new Map<string, Present>()
  for (const change of now) {
    const present = presentOf(change)
    if (present !== null) rest.set(rowName(present), present)
  }
  const kinds = nothingOfEach()
  const notes: NoteThen[] = []
  const wishes: RowWish[] = []

  for (const change of then) {
    const was = presentOf(change)
    if (was === null) continue
    const is = rest.get(rowName(was)) ?? null
    rest.delete(rowName(was))
    const isSame = is !== null && (was.kind === 'podcasts' || contentOf(was) === contentOf(is))
    if (!isSame) {
      kinds[was.kind][is === null ? 'gone' : 'changed'] += 1
      wishes.push({ kind: was.kind, key: was.key, row: was.row })
    }
    if (was.kind === 'annotations') notes.push({ note: annotationOf(was.row), now: nowOf(is, isSame) })
  }
  for (const { kind, key } of rest.values()) {
    // Its episodes came from the service, and notes may hang on them.
    if (kind === 'podcasts') continue
    kinds[kind].added += 1
    wishes.push({ kind, key, row: null })
  }
  // Their ids are UUID v7, which sort by when they were made.
  notes.sort(({ note: one }, { note: other }) => (one.id < other.id ? 1 : -1))
  return { notes, kinds, wishes }
}

type Present = ReturnType<typeof presentOf> & object

/** A row that is there, and can be brought back; `null` for any other. */
function presentOf(change: KeptChange) {
  const understood = understoodChange(change)
  if (understood === null) return null
  switch (understood.kind) {
    case 'annotations': {
      const { kind, key, row } = understood
      return row === null || row.deletedAt !== null ? null : { kind, key, row }
    }
    case 'listening':
    case 'heard':
    case 'podcasts':
    case 'audio':
    case 'offsets':
    case 'speeds':
    case 'chapterSkips':
    case 'topicNames':
    case 'smartLists':
    case 'queue': {
      const { kind, key, row } = understood
      return row === null ? null : { kind, key, row }
    }
    case 'annotationEdits':
    case 'requests':
    case 'drafts':
    case 'settings':
      return null
  }
}

/** What a row says beside when it was written. */
function contentOf({ row }: Present): string {
  return canonicalJson({ ...row, createdAt: null, updatedAt: null })
}

function nowOf(is: Present | null, isSame: boolean): NoteThen['now'] {
  if (isSame) return { kind: 'same' }
  return is?.kind === 'annotations' ? { kind: 'changed', note: annotationOf(is.row) } : { kind: 'deleted' }
}

function nothingOfEach(): Record<BroughtKind, KindDifference> {
  const nothing = (): KindDifference => ({ gone: 0, changed: 0, added: 0 })
  return {
    annotations: nothing(),
    listening: nothing(),
    heard: nothing(),
    podcasts: nothing(),
    audio: nothing(),
    offsets: nothing(),
    speeds: nothing(),
    chapterSkips: nothing(),
    topicNames: nothing(),
    smartLists: nothing(),
    queue: nothing(),
  }
}
