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

/** Feeds declare a dozen. */
const mostPrefixes = 200

/**
 * Names elements as custom has it: `item`, `itunes:duration`; Atom and RSS go without a prefix. A prefix holds from where it is
 * declared to the end of the document: no feed gives one of these two meanings. (The parser can do it by scope, in time that
 * grows with the square of an element's attributes.)
 */
export function createFeedNames() {
  const prefixes = new Map<string, string>()

  function declare(attributes: Readonly<Record<string, string>>): void {
    for (const [name, address] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns:') || prefixes.size >= mostPrefixes) continue
      const known = customary.find(([pattern]) => pattern.test(address.trim()))
      if (known !== undefined) prefixes.set(name.slice('xmlns:'.length), known[1])
    }
  }

  return (name: string, attributes: Readonly<Record<string, string>>): string => {
    declare(attributes)
    const colon = name.indexOf(':')
    if (colon === -1) return name
    const prefix = prefixes.get(name.slice(0, colon)) ?? name.slice(0, colon)
    return prefix === '' ? name.slice(colon + 1) : `${prefix}${name.slice(colon)}`
  }
}
