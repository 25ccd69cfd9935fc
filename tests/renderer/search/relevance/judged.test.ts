import { expect, test } from 'vitest'
import { parseQuery } from '../../../../shared/search/parse-query.ts'
import { scan } from '../scan.ts'
import { readCatalogue } from './catalogue.ts'
import { readJudged } from './judged.ts'
import { measure } from './measure.ts'

const catalogue = readCatalogue()
const judged = readJudged(catalogue)

test('there is enough to judge by', () => {
  expect(catalogue.length).toBeGreaterThanOrEqual(120)
  expect(judged.length).toBeGreaterThanOrEqual(60)
})

test('every judged answer has the words that were searched, so that only its place can be wrong', () => {
  const found = (text: string) => {
    const hits = scan(catalogue, parseQuery(text, 0).query)
    return [...Map.groupBy(hits, ({ group }) => group)].map(([group, of]) => ({ group, hits: of }))
  }
  expect(measure(judged, found, catalogue.length * 10).below).toEqual([])
})
