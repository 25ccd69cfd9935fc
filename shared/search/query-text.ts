import { dateText } from './date-value.ts'
import { lengthText } from './length-value.ts'
import { inQuotes } from './pieces.ts'
import type { SearchFilter, SearchQuery, SearchTerm } from './query.ts'

/** The text of which `parseQuery` makes this query. */
export function queryText({ terms, filters }: SearchQuery): string {
  return [...terms.map(termText), ...filters.map(filterText)].join(' ')
}

export function filterText(filter: SearchFilter): string {
  return `${filter.without ? '-' : ''}${filter.by}:${valueText(filter)}`
}

function termText({ words, prefix, without }: SearchTerm): string {
  // Words of which the last may go on, and which must follow each other, are one for whoever types.
  const text = prefix ? words.join('/') : inQuotes(words.join(' '))
  return `${without ? '-' : ''}${text}`
}

function valueText(filter: SearchFilter): string {
  switch (filter.by) {
    case 'topic':
      return filter.topics.map(nameText).join(',')
    case 'podcast':
      return nameText(filter.podcast)
    case 'kind':
      return filter.kind
    case 'has':
      return filter.what
    case 'is':
      return filter.state
    case 'before':
    case 'after':
      return dateText(filter.atMs)
    case 'longer':
    case 'shorter':
      return lengthText(filter.seconds)
    case 'tag':
      return nameText(filter.tag)
  }
}

/** Quotes only where it needs them. */
export function nameText(name: string): string {
  return /^[^\s,"“”„\\]+$/.test(name) ? name : inQuotes(name)
}
