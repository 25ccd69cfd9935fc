/** How many `--podcast-N` tokens.css has. */
const colours = 10

/** A podcast's colour, the same on every machine and after every restart. */
export function podcastColour(slug: string): number {
  // FNV-1a, 32 bit.
  let hash = 0x811c9dc5
  for (let at = 0; at < slug.length; at += 1) hash = Math.imul(hash ^ slug.charCodeAt(at), 0x01000193)
  // Its low bits alone differ too little between slugs that end alike.
  return ((hash ^ (hash >>> 15)) >>> 0) % colours
}
