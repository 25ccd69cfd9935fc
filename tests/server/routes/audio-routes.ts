import { wavBytes, wavLength } from '../audio/wav.ts'
import { answersOf } from '../faults/fault.ts'
import type { Call } from '../http/call.ts'
import { isUnchanged } from '../http/conditional.ts'
import { type ByteRange, readRange } from '../http/range.ts'
import { notFound, type Reply } from '../http/reply.ts'
import type { Route } from '../http/route.ts'
import { audioPath } from '../pages/addresses.ts'
import { foundEpisode } from './found-episode.ts'
import type { World } from './world.ts'

/** Sound with ranges, and the publisher's counting address that redirects to it. */
export function audioRoutes(world: World): Route[] {
  function sound(call: Call): Reply {
    const found = foundEpisode(world, call)
    if (found === null) return notFound('audio')
    const { podcastSlug, slug, durationSeconds } = found.episode
    const length = wavLength(durationSeconds)
    // The sound depends on the duration alone; a reworded title leaves what was downloaded valid.
    const entityTag = `"wav-${podcastSlug}-${slug}-${durationSeconds}"`
    const lastModified = new Date(found.episode.publishedAt).toUTCString()
    const offersRanges = !isWithoutRanges(call)
    const headers = {
      'content-type': 'audio/wav',
      'accept-ranges': offersRanges ? 'bytes' : 'none',
      'cache-control': 'public, max-age=3600',
      'last-modified': lastModified,
      etag: entityTag,
    }
    if (isUnchanged(call, entityTag, lastModified)) return { status: 304, headers, body: '' }

    const stillTheSame = [undefined, entityTag, lastModified].includes(call.headers['if-range'])
    const range = offersRanges && stillTheSame ? readRange(call.headers.range, length) : 'whole'
    if (range === 'unsatisfiable') {
      return { status: 416, headers: { ...headers, 'content-range': `bytes */${length}` }, body: '' }
    }
    if (range === 'whole') {
      return { status: 200, headers, body: bytesOf(durationSeconds, { first: 0, last: length - 1 }) }
    }
    const contentRange = `bytes ${range.first}-${range.last}/${length}`
    return {
      status: 206,
      headers: { ...headers, 'content-range': contentRange },
      body: bytesOf(durationSeconds, range),
    }
  }

  function counted(call: Call): Reply {
    const found = foundEpisode(world, call)
    if (found === null) return notFound('audio')
    return {
      status: 302,
      headers: { location: audioPath(found.episode), 'cache-control': 'no-store' },
      body: '',
    }
  }

  return [
    { part: 'audio', method: 'GET', path: '/audio/{podcast}/{episode}.wav', answer: sound },
    { part: 'audio', method: 'GET', path: '/counted/{podcast}/{episode}.mp3', answer: counted },
  ]
}

function bytesOf(durationSeconds: number, range: ByteRange): Reply['body'] {
  return { length: range.last - range.first + 1, chunks: () => wavBytes(durationSeconds, range) }
}

function isWithoutRanges({ faults }: Call): boolean {
  return answersOf(faults).has('without-ranges')
}
