import { meansOffline, type Problem } from '../../../shared/result.ts'
import type { Fetcher } from '../../net/fetcher.ts'
import type { Reader } from '../reader/readings.ts'

export type Log = { warn: (message: string) => void }

/** What every request to the API needs; the base address is fixed for the length of one call. */
export type Service = {
  fetcher: Pick<Fetcher, 'request'>
  reader: Reader
  /** Without a slash at its end. */
  base: string
  /** The API's name in messages: "Stenobird", or the host when it is another. */
  name: string
  log: Log
  /** Epoch milliseconds. */
  now: () => number
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined
}

export function serviceAt(
  apiBaseUrl: string,
  parts: Pick<Service, 'fetcher' | 'reader' | 'log' | 'now' | 'signal'>,
): Service {
  const host = URL.parse(apiBaseUrl)?.host ?? apiBaseUrl
  return {
    ...parts,
    base: apiBaseUrl.replace(/\/{1,20}$/, ''),
    name: host === 'stenobird.com' ? 'Stenobird' : `Stenobird (${host})`,
  }
}

/**
 * Whether a problem says that this road does not lead there, so that the next one is worth a try. That the
 * service is away, busy or broken says nothing about the road.
 */
export function closesRoad(problem: Problem): boolean {
  switch (problem.code) {
    case 'not-found':
    case 'rejected':
    case 'refused':
    case 'unreadable':
      return true
    default:
      return false
  }
}

/** Of the problems of several roads, the one that tells most: "not found" only when all of them say so. */
export function mostTelling(problems: readonly Problem[], otherwise: Problem): Problem {
  return (
    problems.find((problem) => meansOffline(problem.code)) ??
    problems.find((problem) => problem.code !== 'not-found' && problem.code !== 'rejected') ??
    otherwise
  )
}

export function noSuchPodcast(service: Service, podcastSlug: string): Problem {
  return {
    code: 'not-found',
    message: `${service.name} has no podcast called “${podcastSlug}”. Check the spelling, or paste the address of its page.`,
  }
}
