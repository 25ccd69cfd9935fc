import { useMemo } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { hasTag, tagKey } from '../../shared/models/tags.ts'
import { folded } from '../../shared/text/fold.ts'
import { annotationsNow, useAnnotations } from '../db/use-annotations.ts'

export type KnownTag = { tag: string; count: number }

/** Tags of all notes, those used most first; each as it is written most recently. */
export function countTags(newestFirst: readonly Annotation[]): KnownTag[] {
  const counts = new Map<string, KnownTag>()
  /** Folding each of them once is enough: many notes have the same few tags. */
  const bySpelling = new Map<string, KnownTag>()
  for (const { tags } of newestFirst) {
    for (const tag of tags) {
      const known = bySpelling.get(tag) ?? counts.get(tagKey(tag)) ?? { tag, count: 0 }
      if (known.count === 0) counts.set(tagKey(tag), known)
      bySpelling.set(tag, known)
      known.count += 1
    }
  }
  return [...counts.values()].sort((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1))
}

const counted = new WeakMap<readonly Annotation[], readonly KnownTag[]>()

/** Of one list of notes they are counted once, for whoever asks. */
function tagsOf(notes: readonly Annotation[]): readonly KnownTag[] {
  const known = counted.get(notes) ?? countTags(notes)
  counted.set(notes, known)
  return known
}

const noTags: readonly KnownTag[] = []

/** As they are now: whoever types a note asks when they come to its tags, and not with each key. */
export function knownTagsNow(): readonly KnownTag[] {
  return tagsOf(annotationsNow())
}

export function useKnownTags(): readonly KnownTag[] {
  const notes = useAnnotations()
  return useMemo(() => (notes === undefined ? noTags : tagsOf(notes)), [notes])
}

/** What typing could be completed to: tags that begin with it, then those with a word that does, then those that hold it. */
export function completionsOf(
  typed: string,
  known: readonly KnownTag[],
  taken: readonly string[],
  most: number,
): KnownTag[] {
  const wanted = folded(typed.trim().replace(/^#/, ''))
  const ranks: KnownTag[][] = [[], [], []]
  for (const each of known) {
    if (hasTag(taken, each.tag)) continue
    const key = tagKey(each.tag)
    const rank = key.startsWith(wanted) ? 0 : key.includes(` ${wanted}`) ? 1 : key.includes(wanted) ? 2 : null
    if (rank !== null) ranks[rank]?.push(each)
  }
  return ranks.flat().slice(0, most)
}
