import type { WantedAudio } from '../../../shared/models/audio.ts'
import { comparableTitle } from '../../../shared/text/comparable.ts'
import { readDuration } from '../../stenobird/reading/durations.ts'
import { readInstant } from '../../stenobird/reading/instants.ts'
import type { FeedItem } from './feed-item.ts'

/** What an item is compared with. */
export type WantedEpisode = Pick<WantedAudio, 'title' | 'canonicalUrl' | 'publishedAt' | 'durationSeconds'>

/** Whether an item says the same as the episode; `null` where one of them does not say, or says about the same. */
export type Agreement = { title: boolean | null; day: boolean | null; length: boolean | null }

const dayMs = 86_400_000
/** Time zones, and an evening on which it went out early. */
const sameWithinDays = 2
const otherAfterDays = 14
const sameWithinShare = 0.02
/** Inserted adverts make the same episode longer. */
const otherAfterShare = 0.15

export function agreementOf(item: FeedItem, wanted: WantedEpisode): Agreement {
  const title = comparableTitle(wanted.title)
  const titles = item.titles.map(comparableTitle).filter((each) => each !== null)
  return {
    title: title === null || titles.length === 0 ? null : titles.includes(title),
    day: item.published === null ? null : sameDay(readInstant(item.published), wanted.publishedAt),
    length: item.duration === null ? null : sameLength(readDuration(item.duration), wanted.durationSeconds),
  }
}

function sameDay(one: string | null, other: string | null): boolean | null {
  if (one === null || other === null) return null
  const days = Math.abs(Date.parse(one) - Date.parse(other)) / dayMs
  return days <= sameWithinDays ? true : days > otherAfterDays ? false : null
}

function sameLength(one: number | null, other: number | null): boolean | null {
  // Some feeds say 0 for all.
  if (one === null || other === null || one === 0 || other === 0) return null
  const share = Math.abs(one - other) / other
  return share <= sameWithinShare ? true : share > otherAfterShare ? false : null
}

const signals = ['title', 'day', 'length'] as const

/** Whether something tells the two apart, and all that does speaks for the first. */
export function beats(one: Agreement, other: Agreement): boolean {
  const speaksFor = (a: Agreement, b: Agreement) =>
    signals.some((name) => a[name] === true && b[name] === false)
  return speaksFor(one, other) && !speaksFor(other, one)
}

export function supported({ title, day, length }: Agreement): boolean {
  return title === true || day === true || length === true
}

/** Two things speak against it and none for it. */
export function contradicted(agreement: Agreement): boolean {
  return !supported(agreement) && signals.filter((name) => agreement[name] === false).length >= 2
}
