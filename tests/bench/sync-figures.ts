import type { Gap } from './app/event-loop-gaps.ts'
import type { AppMeasures } from './app/measure-app.ts'
import type { ApplyingSpeeds } from './applying/measure-applying.ts'
import { atLeastTimes, atMost, atMostShare, type Figure, figure, lessThanYardstick } from './figure.ts'
import { quantile } from './machine/quantile.ts'
import type { PeerMeasures } from './peers/measure-peers.ts'
import { rounded } from './rounded.ts'

/** What a sync costs, each figure beside what it is held against. The goals are those of the project. */
export function syncFigures(measures: {
  episodes: number
  applying: ApplyingSpeeds
  app: AppMeasures
  peers: PeerMeasures
}): Figure[] {
  const { episodes, applying, app, peers } = measures
  return [
    ...endToEndFigures(episodes, app),
    ...applyingFigures(applying),
    ...unchangedFigures(app),
    ...gapFigures(app),
    ...memoryFigures(app.memory),
    ...peerFigures(peers),
  ].map(rounded)
}

function endToEndFigures(episodes: number, { first }: AppMeasures): Figure[] {
  return [
    figure('first sync, episodes', episodes, 'episodes'),
    figure('first sync, end to end', episodes / first.seconds, 'episodes/s'),
    figure('first sync, CPU of all processes', (first.cpuSeconds * 1000) / episodes, 'ms/episode'),
  ]
}

function applyingFigures({ earmark, naive, raw }: ApplyingSpeeds): Figure[] {
  const unit = 'episodes/s'
  return [
    figure('applying alone, beside bulkPut with indexes', earmark, unit, {
      yardstick: naive,
      goal: atLeastTimes(5),
    }),
    figure('applying alone, beside raw puts', earmark, unit, { yardstick: raw, goal: atLeastTimes(1) }),
  ]
}

function unchangedFigures({ first, second, unchanged }: AppMeasures): Figure[] {
  return [
    figure('second sync, bodies sent by the service', second.bodyBytes, 'bytes'),
    figure('unchanged sync, bodies sent by the service', unchanged.bodyBytes, 'bytes', { goal: atMost(0) }),
    figure('unchanged sync, written to the database', unchanged.bytesStored, 'bytes', { goal: atMost(0) }),
    figure('unchanged sync, all that the service sent', unchanged.sentBytes, 'bytes', {
      yardstick: first.sentBytes,
      goal: atMostShare(0.02),
    }),
    figure('unchanged sync, CPU of all processes', unchanged.cpuSeconds, 's', {
      yardstick: first.cpuSeconds,
      goal: atMostShare(0.1),
    }),
  ]
}

function gapFigures({ gaps, gapsWhileAdding, idleGaps }: AppMeasures): Figure[] {
  const lengths = lengthsOf(gaps)
  return [
    figure('gaps on the page, 99th percentile', quantile(lengths, 0.99), 'ms', {
      yardstick: quantile(idleGaps, 0.99),
      goal: atMost(16),
    }),
    figure('gaps on the page, longest', Math.max(...lengths), 'ms', {
      yardstick: Math.max(...idleGaps),
      goal: atMost(50),
    }),
    figure('gaps while podcasts are added by hand, longest', Math.max(...lengthsOf(gapsWhileAdding)), 'ms'),
  ]
}

function lengthsOf(gaps: readonly Gap[]): number[] {
  return gaps.map(({ milliseconds }) => milliseconds)
}

function memoryFigures({ beforeMegabytes, mostMegabytes, afterMegabytes }: AppMeasures['memory']): Figure[] {
  return [
    figure('memory before the first sync', beforeMegabytes, 'MB'),
    figure('memory during the first sync, most', mostMegabytes, 'MB'),
    figure('memory after the first sync', afterMegabytes, 'MB'),
  ]
}

function peerFigures({ episodes, earmarkSeconds, gpodder }: PeerMeasures): Figure[] {
  const beside = (words: string, seconds: number | null): Figure =>
    figure(`first sync of ${episodes}, beside gPodder ${words}`, earmarkSeconds, 's', {
      yardstick: seconds,
      goal: lessThanYardstick,
    })
  return [
    beside('on a feed with the same parts', gpodder?.sameParts ?? null),
    beside('on a feed with summaries only', gpodder?.summariesOnly ?? null),
  ]
}
