import { atMost, atMostMore, atMostTimes, type Figure, figure } from './figure.ts'
import { median, quantile } from './machine/quantile.ts'
import type { ClickTimes, Times } from './player/click-times.ts'
import type { MemoryGrowth } from './player/memory-growth.ts'
import type { RunningCost } from './player/running-cost.ts'
import { rounded } from './rounded.ts'

/** How soon the player does what it is told, and what it costs. The goals are those of the project. */
export function playerFigures(measures: {
  streamed: ClickTimes
  fromFile: ClickTimes
  running: RunningCost
  memory: MemoryGrowth
}): Figure[] {
  const { streamed, fromFile, running, memory } = measures
  return [
    ...clickFigures('a file', fromFile),
    ...clickFigures('a stream', streamed),
    figure('main thread while playing, median of stretches of 5 s', median(running.app), '% of a core', {
      yardstick: median(running.bare),
      goal: atMost(2),
    }),
    figure('main thread while playing, 95th percentile', quantile(running.app, 0.95), '% of a core', {
      yardstick: quantile(running.bare, 0.95),
    }),
    figure('episodes played in turn', memory.episodes, 'episodes'),
    figure('memory of the page’s objects after them', memory.after.page, 'MB', {
      yardstick: memory.before.page,
      goal: atMostMore(10),
    }),
    figure('memory of the whole program after them', memory.after.program, 'MB', {
      yardstick: memory.before.program,
      goal: atMostMore(10),
    }),
  ].map(rounded)
}

function clickFigures(what: string, { seeks, opens, goesOn, stockStuck }: ClickTimes): Figure[] {
  return [
    ...besideBare(`${what}: click on a chapter to “seeked”`, seeks),
    ...besideBare(`${what}: click on play to moving clock`, opens),
    ...besideBare(`${what}: click on play, after a pause, to moving clock`, goesOn),
    figure(`${what}: stock Howler never did what it was told`, stockStuck, 'times'),
  ]
}

function besideBare(words: string, { app, bare, stock }: Times): Figure[] {
  const p95 = (values: readonly number[]): number => quantile(values, 0.95)
  return [
    figure(`${words}, median`, median(app), 'ms', { yardstick: median(bare), goal: atMostTimes(1.2) }),
    figure(`${words}, 95th percentile`, p95(app), 'ms', { yardstick: p95(bare) }),
    figure(`${words}, stock Howler, median`, median(stock), 'ms', { yardstick: median(bare) }),
  ]
}
