import { atMost, type Figure, figure } from './figure.ts'
import { quantile } from './machine/quantile.ts'
import type { SearchMeasures } from './search/measure-search.ts'

const kindWords = {
  words: 'whole words',
  beginning: 'words only begun',
  error: 'one letter wrong',
} as const
const kinds = ['words', 'beginning', 'error'] as const

/** How soon a key press shows results, beside one in a field with nothing behind it. */
export function searchFigures({ searches, bareField }: SearchMeasures): Figure[] {
  const times = searches.map(({ ms }) => ms)
  const yardstick = (share: number) => ({ yardstick: quantile(bareField, share) })
  return [
    figure('searches', searches.length, 'searches'),
    figure('key press to results, median', quantile(times, 0.5), 'ms', yardstick(0.5)),
    figure('key press to results, 95th percentile', quantile(times, 0.95), 'ms', {
      goal: atMost(50),
      ...yardstick(0.95),
    }),
    ...kinds.flatMap((kind) => {
      const its = searches.filter((search) => search.kind === kind).map(({ ms }) => ms)
      if (its.length === 0) return []
      const metric = `key press to results, ${kindWords[kind]}, 95th percentile`
      return figure(metric, quantile(its, 0.95), 'ms')
    }),
  ]
}
