import { atLeast, atMost, atMostTimes, type Figure, figure } from './figure.ts'
import type { FilterTimes } from './library/filter-times.ts'
import type { FirstSync } from './library/first-sync.ts'
import type { LibraryMeasures } from './library/measure-library.ts'
import type { StartMeasures } from './library/measure-starts.ts'
import type { ScrollFrames } from './library/scroll-frames.ts'
import { median, quantile } from './machine/quantile.ts'
import { rounded } from './rounded.ts'
import { searchFigures } from './search-figures.ts'

/** What a large library costs, each figure beside what it is held against. The goals are those of the project. */
export function libraryFigures(measures: LibraryMeasures): Figure[] {
  const { episodes, firstSync, starts, filter, scroll, search } = measures
  return [
    figure('episodes in the library', episodes, 'episodes'),
    ...startFigures(starts),
    ...filterFigures(filter),
    ...scrollFigures(scroll),
    ...firstSyncFigures(firstSync),
    ...searchFigures(search),
  ].map(rounded)
}

function startFigures({ app, bare, megabytes }: StartMeasures): Figure[] {
  const painted = bare.map(({ paintedMs }) => paintedMs)
  const answered = app.map(({ answeredMs }) => answeredMs)
  const beside = (share: number) => ({ yardstick: quantile(painted, share) })
  return [
    figure('start to the list, median, beside a bare window', median(app.map(({ listMs }) => listMs)), 'ms', {
      ...beside(0.5),
    }),
    figure('start to a list that answers, median, beside a bare window', median(answered), 'ms', {
      goal: atMostTimes(1.5),
      ...beside(0.5),
    }),
    figure('start to a list that answers, 95th percentile', quantile(answered, 0.95), 'ms', beside(0.95)),
    figure(
      'start to a list that answers, CPU of all processes',
      median(app.map(({ cpuMs }) => cpuMs)),
      'ms',
      {
        yardstick: median(bare.map(({ cpuMs }) => cpuMs)),
      },
    ),
    figure('memory of all processes at rest, beside a bare window', megabytes.app, 'MB', {
      goal: atMostTimes(1.6),
      yardstick: megabytes.bare,
    }),
  ]
}

/** None where no topic narrows the list, as may be in a very small library. */
function filterFigures({ first, second, off, bareButton, ownTime }: FilterTimes): Figure[] {
  const acts = [
    ['topic filter on', first],
    ['second topic on', second],
    ['topic filter off', off],
  ] as const
  if (ownTime.length === 0) return []
  const figures = acts.flatMap(([words, times]) =>
    times.length === 0
      ? []
      : [
          figure(`${words}, median`, median(times), 'ms', { yardstick: median(bareButton) }),
          figure(`${words}, 95th percentile`, quantile(times, 0.95), 'ms', {
            goal: atMost(50),
            yardstick: quantile(bareButton, 0.95),
          }),
        ],
  )
  return [
    ...figures,
    figure('a topic on or off, the page’s own time, 95th percentile', quantile(ownTime, 0.95), 'ms'),
  ]
}

/** Of what a display shows at even distances, some are a little longer than the others; in milliseconds. */
const unevenness = 0.5

function scrollFigures({ list, empty, shareWithRows, ownTime }: ScrollFrames): Figure[] {
  const frame = median(empty)
  const inTime = (lengths: readonly number[]): number =>
    (100 * lengths.filter((length) => length <= 2 * frame + unevenness).length) / lengths.length
  return [
    figure('frame while scrolling, median, beside an empty list', median(list), 'ms', { yardstick: frame }),
    figure('frame while scrolling, 95th percentile', quantile(list, 0.95), 'ms', {
      yardstick: quantile(empty, 0.95),
    }),
    figure('frames within twice the empty list’s', inTime(list), '%', {
      goal: atLeast(95),
      yardstick: inTime(empty),
    }),
    figure('frame while scrolling, the page’s own time', ownTime.list, 'ms', { yardstick: ownTime.empty }),
    figure('frames with rows everywhere', 100 * shareWithRows, '%'),
  ]
}

const longMs = 50

function firstSyncFigures({ seconds, syncSeconds, tasks, gaps, idleGaps }: FirstSync): Figure[] {
  const lengths = gaps.map(({ milliseconds }) => milliseconds)
  const tooLong = tasks.filter(({ milliseconds }) => milliseconds > longMs)
  const ownTimes = tasks.map(({ ownMilliseconds }) => ownMilliseconds)
  return [
    figure('first sync to the last episode', syncSeconds, 's'),
    figure('first sync until all can be searched', seconds, 's'),
    figure('first sync to searchable, tasks over 50 ms on the page', tooLong.length, 'tasks', {
      goal: atMost(0),
      yardstick: idleGaps.filter((gap) => gap > longMs).length,
    }),
    figure('first sync to searchable, longest task, its own time', longest(ownTimes), 'ms', {
      goal: atMost(longMs),
    }),
    figure('first sync to searchable, gaps on the page, 95th percentile', quantile(lengths, 0.95), 'ms', {
      yardstick: quantile(idleGaps, 0.95),
    }),
    figure('first sync to searchable, gaps on the page, longest', longest(lengths), 'ms', {
      yardstick: longest(idleGaps),
    }),
  ]
}

/** They are too many to be arguments. */
function longest(times: readonly number[]): number {
  return times.reduce((most, time) => Math.max(most, time), 0)
}
