import type { KeptRow } from '../kept/rows.ts'
import { allNamesOf, type TopicNames } from './topic-names.ts'

/** What is to be said of a topic from now on; a plain one, without another name and not hidden, has no row. */
export type NameWish = Pick<KeptRow<'topicNames'>, 'topic' | 'shownAs' | 'hidden'>

/** All topics of both names go under the one that is named last. */
export function joinWishes(one: string, shown: string, names: TopicNames): NameWish[] {
  const end = names.shownOf(shown)
  const all = [...allNamesOf(one, names), ...allNamesOf(end, names)]
  return groupWishes(all, end, names.isHidden(end))
}

/** The same topics go under another one's name of them. */
export function showWishes(shown: string, names: TopicNames): NameWish[] {
  const before = names.shownOf(shown)
  return groupWishes(allNamesOf(before, names), shown, names.isHidden(before))
}

/** A topic goes by its own name again. Is it the one that the others go under, the first of those takes its place. */
export function apartWishes(topic: string, names: TopicNames): NameWish[] {
  const shown = names.shownOf(topic)
  const others = allNamesOf(shown, names).filter((each) => each !== topic)
  const [first] = others
  const rest =
    first === undefined ? [] : groupWishes(others, shown === topic ? first : shown, names.isHidden(shown))
  return [...rest, { topic, shownAs: null, hidden: false }]
}

/** Each of them goes by its own name again. */
export function allApartWishes(shown: string, names: TopicNames): NameWish[] {
  return allNamesOf(names.shownOf(shown), names).map((topic) => ({
    topic,
    shownAs: null,
    hidden: topic === shown && names.isHidden(shown),
  }))
}

/** `hidden` of the whole name. */
export function hideWishes(shown: string, hidden: boolean, names: TopicNames): NameWish[] {
  return groupWishes(allNamesOf(shown, names), shown, hidden)
}

/** All of them name the shown one itself, so that taking one of them out leaves the others as they are. */
function groupWishes(topics: readonly string[], shown: string, hidden: boolean): NameWish[] {
  return [...new Set([...topics, shown])].map((topic) => ({
    topic,
    shownAs: topic === shown ? null : shown,
    hidden: topic === shown && hidden,
  }))
}
