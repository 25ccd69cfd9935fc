import { createHash } from 'node:crypto'
import { type EpisodeId, slugsOf } from '../../../shared/models/identity.ts'

/** So that a path of two names stays well under the 260 characters of Windows, wherever the archive is put. */
const mostCharacters = 60
/** File systems count in bytes, up to 255, and a letter can take four. */
const mostBytes = 180
const digestDigits = 8

/** Devices on Windows, with any ending. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/** What every file system takes as it is and none takes for another: no capitals, no accents, no dot at the end. */
const plain = /^[a-z0-9](?:[a-z0-9_-]|\.(?=[a-z0-9_-]))*$/
const endsAsWithDigest = /-[0-9a-f]{8}$/

/** The name of an episode's files, without an ending: its podcast's folder, a slash, and its own. */
export function episodeFileName(id: EpisodeId): string {
  const { podcastSlug, episodeSlug } = slugsOf(id)
  return `${safeName(podcastSlug)}/${safeName(episodeSlug)}`
}

/**
 * A slug as the name of a file on Windows, macOS and Linux. One that some file system would change, refuse, or take for
 * another is written in small letters and followed by a digest of the slug, so that no two get one name.
 */
function safeName(slug: string): string {
  const isSafe =
    plain.test(slug) && slug.length <= mostCharacters && !device.test(slug) && !endsAsWithDigest.test(slug)
  if (isSafe) return slug
  const digest = createHash('sha256').update(slug).digest('hex').slice(0, digestDigits)
  const room = mostCharacters - digestDigits - 1
  const letters = [
    ...slug
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_-]+/gu, '-'),
  ].slice(0, room)
  while (Buffer.byteLength(letters.join('')) > mostBytes) letters.pop()
  return `${letters.join('')}-${digest}`
}
