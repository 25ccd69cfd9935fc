import type { Difference } from './library.ts'

/** How a library stands after a sync, beside the catalogue. */
export type Standing = {
  differences: Difference[]
  /** What a person is told: why the last sync ended early, and which episodes could not be read. */
  problem: string | null
  broken: { slug: string | null; reason: string }[]
  /** How many more episodes the service counts than its list held. */
  unlisted: number
}

/**
 * Whether a person is told of everything that is missing or old: by why the sync ended early, by how many the list leaves
 * out, or episode by episode. An
 * entry so broken that its slug is gone, or another, stands for one of those that are not named.
 */
export function tells({ differences, problem, broken, unlisted }: Standing): boolean {
  if (problem !== null) return true
  const missing = differences.filter(({ what }) => what === 'missing')
  if (unlisted > 0 && missing.length === differences.length && missing.length <= unlisted) return true
  if (differences.some(({ what }) => what === 'not in the catalogue')) return false
  const different = new Set(differences.map(({ slug }) => slug))
  const named = new Set(broken.map(({ slug }) => slug ?? '').filter((slug) => different.has(slug)))
  return broken.length > 0 && differences.length - named.size <= broken.length - named.size
}

/** `equal`, or what differs and what is told of it, in a line. */
export function inWords({ differences, problem, broken, unlisted }: Standing): string {
  const count = (what: string, slugs: string[]) =>
    slugs.length === 0 ? [] : [`${slugs.length} ${what} (${slugs.slice(0, 3).join(', ')})`]
  const slugsWhere = (test: (difference: Difference) => boolean) =>
    differences.filter(test).map(({ slug }) => slug)
  const fields = [...new Set(differences.flatMap(({ what }) => (typeof what === 'string' ? [] : what)))]
  const words = [
    ...count(
      'missing',
      slugsWhere(({ what }) => what === 'missing'),
    ),
    ...count(
      'not in the catalogue',
      slugsWhere(({ what }) => what === 'not in the catalogue'),
    ),
    ...count(
      `old in ${fields.join(', ')}`,
      slugsWhere(({ what }) => typeof what !== 'string'),
    ),
    ...(problem === null ? [] : [`told: ${problem}`]),
    ...(unlisted === 0 ? [] : [`told: ${unlisted} not listed`]),
    ...broken.slice(0, 3).map(({ slug, reason }) => `${slug} broken: ${reason}`),
  ]
  return words.length === 0 ? 'equal' : words.join('; ')
}
