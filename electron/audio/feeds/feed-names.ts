import type { QualifiedName } from 'sax'

/** What the prefix of a namespace is by custom. Feeds may choose others, and write the addresses in several ways. */
const customary: readonly [RegExp, string][] = [
  [/^https?:\/\/www\.w3\.org\/2005\/atom$/i, ''],
  [/^https?:\/\/purl\.org\/(?:atom\/ns#|rss\/1\.0\/)/i, ''],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/i, 'rdf'],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/i, 'itunes'],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/i, 'media'],
  [/^https?:\/\/purl\.org\/dc\/(?:elements\/1\.1|terms)\/?$/i, 'dc'],
  [/podcastindex\.org\/namespace|podcast-namespace/i, 'podcast'],
]

/** `item`, `itunes:duration`: the name of an element as custom has it; Atom and RSS go without a prefix. */
export function customaryName({ prefix, local, uri }: QualifiedName): string {
  // A namespace for all that has no prefix is RSS by another name, or Atom.
  if (prefix === '') return local
  const known = customary.find(([address]) => address.test(uri))
  const customaryPrefix = known === undefined ? prefix : known[1]
  return customaryPrefix === '' ? local : `${customaryPrefix}:${local}`
}
