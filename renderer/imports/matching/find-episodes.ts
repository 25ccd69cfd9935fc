import { readAddress } from '../../../shared/address.ts'
import { episodeOfLink } from '../../../shared/formats/deep-link.ts'
import { type EpisodeId, episodeIdOf } from '../../../shared/models/identity.ts'
import { comparableLink, comparableTitle } from '../../../shared/text/comparable.ts'
import { database } from '../../db/database.ts'
import { unpackDetails } from '../../db/episode-rows.ts'
import { detailsOf } from '../../db/episodes.ts'
import { locate } from '../../db/locate.ts'
import { shelvedAt } from '../../db/shelf-codec.ts'
import type { ForeignEpisode } from '../reading/foreign-note.ts'
import { type Candidate, matchByTitle } from './match-by-title.ts'
import { type MatchedEpisode, wantedKey } from './wanted-episode.ts'

/** By `wantedKey`; those that are not in the library are left out. */
export type FoundEpisodes = ReadonlyMap<string, MatchedEpisode>

/**
 * Finds episodes of other programs in the library. Runs in a worker: the shelves are gone through once, whatever is wanted, and what
 * is more than titles is read only of episodes with a wanted title; of all others only where an address is left that no title led to.
 * `serviceAddress` is that of the service, whose pages name episodes themselves.
 */
export async function findEpisodes(
  wanted: Iterable<ForeignEpisode>,
  serviceAddress: string,
): Promise<FoundEpisodes> {
  const byKey = new Map(Array.from(wanted, (episode) => [wantedKey(episode), episode]))
  const found = new Map<string, MatchedEpisode>()
  if (byKey.size === 0) return found
  await findNamed(byKey, found, serviceAddress)
  const candidates = await candidatesFor(byKey)
  await findByAddress(byKey, found, candidates)
  for (const [key, episode] of byKey) {
    if (found.has(key)) continue
    const match = matchByTitle(episode, candidates.get(comparableTitle(episode.title) ?? '') ?? [])
    if (match !== null) found.set(key, match)
  }
  return found
}

type ByKey = ReadonlyMap<string, ForeignEpisode>

/** Earmark's own links, and the service's pages, say which episode they are. */
async function findNamed(
  byKey: ByKey,
  found: Map<string, MatchedEpisode>,
  serviceAddress: string,
): Promise<void> {
  const named = Array.from(byKey, ([key, { addresses }]) => ({
    key,
    ids: addresses.flatMap((address) => idIn(address, serviceAddress) ?? []),
  }))
  const located = await locate(named.flatMap(({ ids }) => ids))
  for (const { key, ids } of named) {
    const id = ids.find((each) => located.has(each))
    if (id !== undefined) found.set(key, { id, by: 'address' })
  }
}

function idIn(address: string, serviceAddress: string): EpisodeId | null {
  const linked = episodeOfLink(address)
  if (linked !== null) return linked
  if (URL.parse(address)?.origin !== URL.parse(serviceAddress)?.origin) return null
  const read = readAddress(address, serviceAddress)
  return read.ok && read.value.kind === 'episode'
    ? episodeIdOf(read.value.podcastSlug, read.value.episodeSlug)
    : null
}

/** Episodes of the library by their comparable title, of which only the wanted ones are kept. */
async function candidatesFor(byKey: ByKey): Promise<Map<string, Candidate[]>> {
  const candidates = new Map<string, Candidate[]>()
  for (const { title } of byKey.values()) {
    const comparable = comparableTitle(title)
    if (comparable !== null) candidates.set(comparable, [])
  }
  const podcasts = new Map((await database.podcasts.toArray()).map((podcast) => [podcast.slug, podcast]))
  await database.shelves.each((shelf) => {
    const podcast = podcasts.get(shelf.podcastSlug)
    shelf.titles.forEach((title, position) => {
      const ofTitle = candidates.get(comparableTitle(title) ?? '')
      const row = ofTitle === undefined ? undefined : shelvedAt(shelf, position)?.row
      if (row === undefined) return
      const { id, podcastTitle, publishedAtMs } = row
      const podcastName = podcast === undefined ? null : comparableTitle(podcast.title)
      ofTitle?.push({ id, podcastTitle, publishedAtMs, feedUrl: podcast?.feedUrl ?? null, podcastName })
    })
  })
  return candidates
}

/** By the address of a page or of audio: first among those with a wanted title. */
async function findByAddress(
  byKey: ByKey,
  found: Map<string, MatchedEpisode>,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
): Promise<void> {
  const keysOf = new Map<string, string[]>()
  for (const [key, { addresses }] of byKey) {
    if (found.has(key)) continue
    for (const link of addresses.flatMap(linkOf)) keysOf.set(link, [...(keysOf.get(link) ?? []), key])
  }
  const take = (id: EpisodeId, addresses: readonly (string | null)[]): void => {
    for (const link of addresses.flatMap((address) => (address === null ? [] : linkOf(address)))) {
      for (const key of keysOf.get(link) ?? []) found.set(key, { id, by: 'address' })
      keysOf.delete(link)
    }
  }
  const ids = [...candidates.values()].flat().map(({ id }) => id)
  for (const [id, details] of await detailsOf(ids)) take(id, addressesOf(details))
  for (const { episodeId, location } of await givenAudio(keysOf)) {
    take(episodeId, [location.kind === 'remote' ? location.url : null])
  }
  if (keysOf.size === 0) return
  // Of an episode that was renamed here or there only its address tells.
  await database.episodeBlocks.each(({ details }) => {
    for (const packed of details) {
      if (packed === '' || keysOf.size === 0) continue
      const unpacked = unpackDetails(packed)
      take(unpacked.id, addressesOf(unpacked))
    }
  })
}

/** Addresses of Snipd's own pages lead to no episode that any library has. */
const ofOthers = /^(?:share\.snipd\.com|readwise\.io)\//

function linkOf(address: string): string[] {
  const link = comparableLink(address)
  return link === null || ofOthers.test(link) ? [] : [link]
}

function addressesOf({ canonicalUrl, audio }: ReturnType<typeof unpackDetails>): (string | null)[] {
  return [canonicalUrl, audio?.kind === 'remote' ? audio.url : null]
}

/** Where audio was found is written down apart from what the service said. */
async function givenAudio(keysOf: ReadonlyMap<string, unknown>) {
  return keysOf.size === 0 ? [] : database.audio.toArray()
}
