import { expect, test } from 'vitest'
import { waysOn } from '../../../renderer/search/ways-on.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import { queryText } from '../../../shared/search/query-text.ts'

const ways = (text: string) =>
  waysOn(parseQuery(text, 0).query).map(({ label, query }) => [label, queryText(query)])

test('each way asks for less, and none asks for nothing', () => {
  expect(ways('"blast radius" -cell is:heard')).toEqual([
    ['Without is:heard', '"blast radius" -cell'],
    ['Without quotes', 'blast radius -cell is:heard'],
    ['Also what you left out', '"blast radius" is:heard'],
  ])
  expect(ways('outage')).toEqual([])
  expect(ways('is:heard')).toEqual([])
})
