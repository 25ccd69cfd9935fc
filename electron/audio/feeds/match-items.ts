import { type FeedMatchRule, feedMatchRules as rules } from '../../../shared/models/audio.ts'
import { comparableLink } from '../../../shared/text/comparable.ts'
import {
  type Agreement,
  agreementOf,
  beats,
  contradicted,
  supported,
  type WantedEpisode,
} from './agreement.ts'
import type { FeedItem } from './feed-item.ts'
import { playableAddresses } from './playable-addresses.ts'

export type FeedMatch =
  | { kind: 'matched'; addresses: string[]; rule: FeedMatchRule }
  | { kind: 'ambiguous' }
  | { kind: 'none' }

export type Matching = {
  /** Whether it is certain now, so that the rest of the feed need not be read. */
  take: (item: FeedItem) => boolean
  /** `isWhole`: nothing of the feed is left that could match too. */
  outcome: (isWhole: boolean) => FeedMatch
}

type Candidate = { addresses: string[]; agreement: Agreement; isLone: boolean }

/** Finds the one item that is the episode, and never guesses between two. */
export function createMatching(wanted: WantedEpisode): Matching {
  const link = wanted.canonicalUrl === null ? null : comparableLink(wanted.canonicalUrl)
  // By how they agree, which is all that is decided by: as many as there are patterns, however long the feed is.
  const candidates = new Map(rules.map((rule) => [rule, new Map<string, Candidate>()]))
  let strong: { addresses: string[]; rule: FeedMatchRule } | null = null
  let hasOtherLinks = false

  function rulesOf(item: FeedItem, agreement: Agreement): FeedMatchRule[] {
    const matching: FeedMatchRule[] = []
    if (item.guid !== null && wanted.canonicalUrl !== null) {
      const isSame =
        item.guid === wanted.canonicalUrl.trim() || (link !== null && comparableLink(item.guid) === link)
      if (isSame) matching.push('guid')
    }
    if (link !== null && item.links.some((each) => comparableLink(each) === link)) matching.push('link')
    if (agreement.title === true) matching.push('title')
    return matching
  }

  function add(rule: FeedMatchRule, addresses: string[], agreement: Agreement): void {
    const ofRule = candidates.get(rule)
    const isKnown = [...(ofRule?.values() ?? [])].some((known) => known.addresses[0] === addresses[0])
    if (ofRule === undefined || isKnown) return
    const pattern = JSON.stringify(agreement)
    ofRule.set(pattern, { addresses, agreement, isLone: !ofRule.has(pattern) })
  }

  function winnerOf(rule: FeedMatchRule): Candidate | null {
    const all = [...(candidates.get(rule)?.values() ?? [])]
    const winner = all.find((one) =>
      all.every((other) => other === one || beats(one.agreement, other.agreement)),
    )
    return winner?.isLone === true && !contradicted(winner.agreement) ? winner : null
  }

  /** A show whose episodes all link to one page may have called two of them the same. */
  function isCertain(): boolean {
    return strong !== null && (strong.rule === 'guid' || hasOtherLinks)
  }

  return {
    take: (item) => {
      const agreement = agreementOf(item, wanted)
      const matching = rulesOf(item, agreement)
      hasOtherLinks ||= item.links.length > 0 && !matching.includes('link')
      const addresses = matching.length === 0 ? [] : playableAddresses(item)
      if (addresses.length === 0) return isCertain()
      for (const rule of matching) {
        // That the titles are the same is no support for their being the same.
        add(rule, addresses, rule === 'title' ? { ...agreement, title: null } : agreement)
      }
      const [rule = 'title'] = matching
      if (agreement.title === true && (rule === 'guid' || (rule === 'link' && agreement.day === true))) {
        strong ??= { addresses, rule }
      }
      return isCertain()
    },
    outcome: (isWhole) => {
      if (strong !== null && isCertain()) return { kind: 'matched', ...strong }
      const winners = rules.flatMap((rule) => {
        const winner = winnerOf(rule)
        return winner === null ? [] : [{ ...winner, rule }]
      })
      const backed = winners.filter(({ agreement }) => supported(agreement))
      const usable = backed.length > 0 ? backed : isWhole ? winners : []
      const [first] = usable
      const differ = usable.some((other) => other.addresses[0] !== first?.addresses[0])
      if (first !== undefined && !differ) {
        return { kind: 'matched', addresses: first.addresses, rule: first.rule }
      }
      const hasAny = rules.some((rule) => (candidates.get(rule)?.size ?? 0) > 0)
      return { kind: hasAny ? 'ambiguous' : 'none' }
    },
  }
}
