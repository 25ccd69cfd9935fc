import type { ChapterRef, ChapterSkip } from '../../shared/models/chapter-ref.ts'
import { resolveRefs } from './chapter-refs.ts'
import { ruleFinder } from './skip-rules.ts'

/** Why a chapter is skipped. */
export type SkipReason = { kind: 'person' } | { kind: 'rule'; rule: string }

/**
 * Which chapters are skipped, by their places. What the person said of a chapter holds against every rule. All on one clock.
 */
export function skippedChapters(
  chapters: readonly ChapterRef[],
  said: readonly ChapterSkip[],
  rules: readonly string[],
): ReadonlyMap<number, SkipReason> {
  const { found } = resolveRefs(said, chapters)
  const ruleFor = ruleFinder(rules)
  const skipped = new Map<number, SkipReason>()
  for (const [index, { title }] of chapters.entries()) {
    const skip = found.get(index)?.skip
    const rule = skip === undefined ? ruleFor(title) : null
    if (skip === true) skipped.set(index, { kind: 'person' })
    if (rule !== null) skipped.set(index, { kind: 'rule', rule })
  }
  return skipped
}
