import { expect, test } from 'vitest'
import type { KnownValues } from '../../../renderer/search/completions.ts'
import { unknownValue } from '../../../renderer/search/unknown-value.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import { queryText } from '../../../shared/search/query-text.ts'

const known: KnownValues = {
  topics: () => [
    { name: 'Kubernetes', count: 40, others: ['K8s'] },
    { name: 'Incident response', count: 12 },
  ],
  podcasts: () => [],
  tags: () => [{ name: 'to read', count: 2 }],
}

function of(text: string) {
  const unknown = unknownValue(parseQuery(text, 0).query, known)
  return unknown && [unknown.title, ...unknown.ways.map(({ query }) => queryText(query))]
}

test('of a name that the library does not have, those that it may be the beginning of', () => {
  expect(of('outage topic:kubernetes,resp is:heard')).toEqual([
    'No topic is called “resp”',
    'outage topic:kubernetes,"Incident response" is:heard',
  ])
  expect(of('tag:read')).toEqual(['No tag is called “read”', 'tag:"to read"'])
  expect(of('topic:zebra')).toEqual(['No topic is called “zebra”'])
})

test('nothing of what is there, by any of its names, or is not wanted', () => {
  expect(of('outage topic:K8S -topic:zebra')).toBeNull()
})
