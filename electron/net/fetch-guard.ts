import { type LookupAddress, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { failure, type Result, success } from '../../shared/result.ts'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

/** Marks the error that our look-up gives to the socket, so that it is recognised on the way out. */
export const blockedAddressCode = 'EARMARK_BLOCKED_ADDRESS'

export function blockedMessage(host: string): string {
  return `${host} is an address on this computer or its private network, and Earmark does not fetch from there.`
}

/** For development and tests this machine itself can be let in, and never its network. */
function mayBeReached(address: string, allowLocal: boolean): boolean {
  return isPublicAddress(address) || (allowLocal && isLoopbackAddress(address))
}

/** What can be judged before anything is looked up: the scheme, and addresses written as numbers. */
export function checkedAddress(url: string | URL, allowLocal: boolean): Result<URL> {
  const address = typeof url === 'string' ? URL.parse(url) : url
  if (address === null || !/^https?:$/.test(address.protocol) || address.hostname === '') {
    return failure(
      'bad-address',
      `“${String(url).slice(0, 120)}” is not a web address. It should begin with https:// or http://.`,
    )
  }
  const host = address.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayBeReached(host, allowLocal)) {
    return failure('blocked-address', blockedMessage(address.host))
  }
  return success(address)
}

/**
 * A look-up for sockets that hands out public addresses only. It stands between the name and the
 * connection, so a name cannot pass a check as one address and be connected to as another.
 */
export function guardedLookup(allowLocal: () => boolean): LookupFunction {
  return (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (problem, found) => {
      if (problem !== null) {
        answer(problem, [])
        return
      }
      const usable = found.filter((entry) => mayBeReached(entry.address, allowLocal()))
      const [first] = usable
      if (first === undefined) {
        answer(blocked(hostname), [])
        return
      }
      answerAs(options.all === true, usable, first, answer)
    })
  }
}

function answerAs(
  all: boolean,
  usable: LookupAddress[],
  first: LookupAddress,
  answer: Parameters<LookupFunction>[2],
): void {
  if (all) answer(null, usable)
  else answer(null, first.address, first.family)
}

function blocked(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(blockedMessage(hostname)), { code: blockedAddressCode })
}
