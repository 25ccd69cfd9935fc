import { folded } from '../text/fold.ts'

/** More is a sentence. */
const longestTag = 60
/** Most tags, which need no looking at. */
const plain = /^[a-z0-9][a-z0-9_/-]*$/i

/**
 * A tag as it is kept: one line without commas or a leading `#`, its case and accents as they were typed; `null` when nothing
 * is left of it.
 */
export function normalTag(typed: string): string | null {
  const tag = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc},]+/gu, ' ')
    .replace(/^[\s#]+/, '')
    .slice(0, longestTag)
    .toWellFormed()
    .trim()
  return tag === '' ? null : tag
}

/** Tags are the same when this is: `Tea`, `tea` and `TEA` are one. */
export function tagKey(tag: string): string {
  return folded(tag)
}

/** Each tag once, as it was written first, in their order. */
export function normalTags(typed: readonly string[]): string[] {
  const tags = new Map<string, string>()
  for (const each of typed) {
    const tag = each.length <= longestTag && plain.test(each) ? each : normalTag(each)
    if (tag !== null && !tags.has(tagKey(tag))) tags.set(tagKey(tag), tag)
  }
  return [...tags.values()]
}

export function withoutTag(tags: readonly string[], tag: string): string[] {
  return tags.filter((each) => tagKey(each) !== tagKey(tag))
}

export function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((each) => tagKey(each) === tagKey(tag))
}
