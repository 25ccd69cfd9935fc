import type { SearchFilter, SearchQuery } from '../../shared/search/query.ts'
import { folded } from '../../shared/text/fold.ts'
import { fitting, type KnownValue, type KnownValues } from './completions.ts'
import type { Way } from './ways-on.ts'

/** What a filter names and the library does not have, and what may have been meant. */
export type UnknownValue = { title: string; ways: readonly Way[] }

const mostMeant = 3

/** Of the first filter that names what is not there; `null` when all that is named is. */
export function unknownValue({ terms, filters }: SearchQuery, known: KnownValues): UnknownValue | null {
  for (const filter of filters) {
    if (filter.without) continue
    const unknown = unknownIn(filter, known)
    if (unknown === null) continue
    const { noun, value, values, with: withValue } = unknown
    const meant = fitting(values, folded(value)).slice(0, mostMeant)
    return {
      title: `No ${noun} is called “${value}”`,
      ways: meant.map(({ name }) => ({
        label: name,
        query: { terms, filters: filters.map((each) => (each === filter ? withValue(name) : each)) },
      })),
    }
  }
  return null
}

type Unknown = {
  noun: string
  value: string
  values: readonly KnownValue[]
  with: (name: string) => SearchFilter
}

/** Podcasts are found by a part of their name already. */
function unknownIn(filter: SearchFilter, known: KnownValues): Unknown | null {
  if (filter.by === 'topic') {
    const values = known.topics()
    const value = filter.topics.find((topic) => !isKnown(topic, values))
    if (value === undefined) return null
    const withTopic = (name: string): SearchFilter => ({
      ...filter,
      topics: filter.topics.map((topic) => (topic === value ? name : topic)),
    })
    return { noun: 'topic', value, values, with: withTopic }
  }
  if (filter.by !== 'tag' || isKnown(filter.tag, known.tags())) return null
  return { noun: 'tag', value: filter.tag, values: known.tags(), with: (tag) => ({ ...filter, tag }) }
}

function isKnown(value: string, values: readonly KnownValue[]): boolean {
  const wanted = folded(value)
  return values.some(({ name, others = [] }) => [name, ...others].some((each) => folded(each) === wanted))
}
