import { type Coalesced, coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { followRows } from './follow-rows.ts'

const rowsAtOnce = 50
/** Its row changes with every page of a sync; what is shown of it hardly ever does. */
const leastMsBetweenReads = 1000

/** What each podcast's last sync stumbled over, in words for a person, live. It is the same map while it says the same. */
export function liveSyncProblems(): Coalesced<ReadonlyMap<string, string>> {
  const stored = followRows(database.syncs, rowsAtOnce)
  let problems = new Map<string, string>()

  async function read(): Promise<ReadonlyMap<string, string>> {
    const next = new Map(problems)
    await stored.catchUp((podcastSlug, row) => {
      const problem = row?.lastProblem ?? null
      // That nobody could be reached is the offline banner's to say, and no fault of the podcast.
      if (problem === null || problem.code === 'unreachable') next.delete(podcastSlug)
      else next.set(podcastSlug, problem.message)
    })
    const isSame =
      next.size === problems.size && [...next].every(([slug, message]) => problems.get(slug) === message)
    if (!isSame) problems = next
    return problems
  }

  return coalesced(read, stored.onChange, leastMsBetweenReads)
}
