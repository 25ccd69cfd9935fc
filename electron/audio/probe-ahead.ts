import type { ProbeAudio } from './probe.ts'

/** Publishers move files, but not from one listening to the next. */
const trustedForMs = 30 * 60_000
/** More than a person plays in half an hour. */
const mostKnown = 200

/**
 * Answers at once for an address that answered with audio a short while ago, so that going on with an episode does not wait for a
 * server twice, and asks it again meanwhile. What that finds counts for the next time; who is told that such an address does not
 * play asks once more, and is told why.
 */
export function probeAhead(probe: ProbeAudio, nowMs: () => number = Date.now): ProbeAudio {
  const known = new Map<string, { facts: Awaited<ReturnType<ProbeAudio>>; atMs: number }>()

  async function ask(...[url, signal]: Parameters<ProbeAudio>): ReturnType<ProbeAudio> {
    const facts = await probe(url, signal)
    known.delete(url)
    if (facts.ok) known.set(url, { facts, atMs: nowMs() })
    for (const oldest of known.keys()) {
      if (known.size <= mostKnown) break
      known.delete(oldest)
    }
    return facts
  }

  return (url, signal) => {
    const before = known.get(url)
    known.delete(url)
    if (before === undefined || nowMs() - before.atMs > trustedForMs) return ask(url, signal)
    ask(url).catch(() => undefined)
    return Promise.resolve(before.facts)
  }
}
