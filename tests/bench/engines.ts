import { fts5Engine } from './engines/fts5-engine.ts'
import { madeDocuments } from './engines/made-documents.ts'
import { type EngineTimes, measureEngine } from './engines/measured-engine.ts'
import { miniSearchEngine } from './engines/mini-search-engine.ts'
import { ownEngine } from './engines/own-engine.ts'
import { atMost, atMostTimes, type Figure, figure, lessThanYardstick } from './figure.ts'
import { median, quantile } from './machine/quantile.ts'
import { rounded } from './rounded.ts'

const searches = 200

/** Earmark's search index beside MiniSearch and SQLite's FTS5, on the same documents; in Node, outside any window. */
export async function benchEngines(plan: {
  seed: number
  size: number
  say: (line: string) => void
}): Promise<Figure[]> {
  const made = madeDocuments(plan.seed, plan.size, searches)
  const own = measureEngine(() => ownEngine(made), made)
  plan.say('Earmark’s own is measured')
  const fts5 = measureEngine(() => fts5Engine(made), made)
  plan.say('FTS5 is measured')
  const mini = measureEngine(() => miniSearchEngine(made), made)
  plan.say('MiniSearch is measured')
  const p95 = (values: readonly number[]): number => quantile(values, 0.95)
  const beside = (words: string, of: (times: EngineTimes) => number, unit: string, times: number): Figure =>
    figure(`${words}, beside MiniSearch`, of(own), unit, { yardstick: of(mini), goal: atMostTimes(times) })
  const megabytes = (bytes: number): number => bytes / 2 ** 20
  return [
    figure('documents of 88 words', plan.size, 'documents'),
    beside('build', ({ buildMs }) => buildMs, 'ms', 0.5),
    beside('memory', ({ memoryBytes }) => megabytes(memoryBytes), 'MB', 0.25),
    beside('load of the stored index', ({ loadMs }) => loadMs, 'ms', 0.1),
    beside('prefix queries, 95th percentile', ({ searchMs }) => p95(searchMs), 'ms', 0.1),
    figure('prefix queries, median, beside FTS5', median(own.searchMs), 'ms', {
      yardstick: median(fts5.searchMs),
      goal: lessThanYardstick,
    }),
    figure('prefix queries, 95th percentile', p95(own.searchMs), 'ms', { goal: atMost(16) }),
    figure('queries with other hits than MiniSearch', differing(own, mini), 'queries', { goal: atMost(0) }),
    figure('queries with other hits than FTS5', differing(own, fts5), 'queries'),
    figure('stored', megabytes(own.storedBytes), 'MB', { yardstick: megabytes(mini.storedBytes) }),
    figure('MiniSearch: prefix queries, median', median(mini.searchMs), 'ms'),
    figure('FTS5: build', fts5.buildMs, 'ms'),
    figure('FTS5: stored', megabytes(fts5.storedBytes), 'MB'),
    figure('FTS5: prefix queries, 95th percentile', p95(fts5.searchMs), 'ms'),
  ].map(rounded)
}

function differing({ found }: EngineTimes, other: EngineTimes): number {
  return found.filter((hits, at) => {
    const its = other.found[at] ?? new Set()
    return hits.size !== its.size || [...hits].some((hit) => !its.has(hit))
  }).length
}
