import type { AudioLocation, FoundAudio } from '../../shared/models/audio.ts'
import type { ProblemCode } from '../../shared/result.ts'

/** Where an episode's audio comes from, for a person. */
export function audioWords({ location, origin, matchedBy }: FoundAudio): string {
  switch (origin) {
    case 'guide':
      return 'Comes with Earmark.'
    case 'person':
      return location.kind === 'local'
        ? `${location.name}, which you chose.`
        : `${hostOf(location)}, which you gave.`
    case 'resource':
      return `${hostOf(location)}, as the service says.`
    case 'feed':
      return `${hostOf(location)}, found in the podcast’s feed by its ${matchedBy === 'title' ? 'title' : 'address'}.`
    case 'page':
      return `${hostOf(location)}, found on the publisher’s page.`
  }
}

function hostOf(location: AudioLocation): string {
  if (location.kind !== 'remote') return location.name
  return URL.parse(location.url)?.host ?? location.url
}

/** Would another address or a file help? Not when it is the network, or a pause that the other side asked for. */
export function anotherAudioHelps(code: ProblemCode): boolean {
  switch (code) {
    case 'no-audio':
    case 'not-audio':
    case 'not-found':
    case 'refused':
    case 'rejected':
    case 'blocked-address':
    case 'bad-address':
    case 'unreadable':
    case 'file':
      return true
    case 'unreachable':
    case 'timeout':
    case 'held':
    case 'rate-limited':
    case 'server-error':
    case 'too-large':
    case 'disk-full':
    case 'second-home':
    case 'cancelled':
    case 'bad-arguments':
    case 'internal':
      return false
  }
}
