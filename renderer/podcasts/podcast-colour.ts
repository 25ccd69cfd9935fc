/** A podcast's hue in degrees of oklch, the same on every machine and after every restart. */
export function podcastHue(slug: string): number {
  // FNV-1a, 32 bit.
  let hash = 0x811c9dc5
  for (let at = 0; at < slug.length; at += 1) hash = Math.imul(hash ^ slug.charCodeAt(at), 0x01000193)
  // Murmur's last step: slugs that differ in one letter end far apart.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % 360
}

/** The letter that stands for a podcast: of its first word that is no article. */
export function podcastLetter(title: string): string {
  const letters = title.replace(/^(the|a|an)\s+/i, '').match(/[\p{L}\p{N}]/u)
  return (letters?.[0] ?? '').toUpperCase()
}
