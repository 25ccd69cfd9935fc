import { type ScenarioName, scenarios } from './scenario.ts'
import { delayMinutesOf, meanRate, peakRate, type Tally } from './tally.ts'

export type Figure = {
  metric: string
  value: number
  unit: string
  /** What it is measured against, or over what. */
  yardstick: string
  /** At most, or at least, as the metric says; `null` where there is none. */
  goal: number | null
  ok: boolean | null
}

/** What was simulated of a scenario, and of how many installations. */
export type Simulated = { tally: Tally; installations: number }

const hourMs = 3600_000
/** Of a stretch with fewer requests, chance alone makes the busiest one stand out. */
const leastRequests = 2000
const stretches = [1, 10, 60, 300, 900]

/** The shortest stretch, in seconds, in which a peak is more than chance. */
function tellingSeconds(requestsPerSecond: number): number {
  return stretches.find((seconds) => seconds * requestsPerSecond >= leastRequests) ?? 900
}

/** Of an ordinary day. */
export function dayFigures({ tally, installations }: Simulated): Figure[] {
  const mean = meanRate(tally)
  const seconds = tellingSeconds(mean)
  const peak = peakRate(tally, { fromMs: 0, untilMs: scenarios.day.lengthMs, seconds })
  const requests = tally.unchanged + tally.withBody
  const day = `${installations.toLocaleString('en')} installations, a day`
  return [
    figure('requests to the service, mean', mean, '1/s', day),
    goalFigure('peak to mean', peak / mean, `busiest ${seconds} s of the day`, 1.2),
    figure('share answered 304', (100 * tally.unchanged) / requests, '%', day),
    figure('news is seen after, median', delayMinutesOf(tally, 0.5), 'min', 'after its publication'),
    figure('news is seen after, 95 of 100', delayMinutesOf(tally, 0.95), 'min', 'after its publication'),
  ]
}

/** Of an hour's outage. `meanPerInstallation` is that of an ordinary day, in requests a second. */
export function outageFigures(
  name: Exclude<ScenarioName, 'day' | 'mornings'>,
  { tally, installations }: Simulated,
  meanPerInstallation: number,
): Figure[] {
  const { about, outage, lengthMs } = scenarios[name]
  const mean = meanPerInstallation * installations
  const seconds = tellingSeconds(mean)
  const backMs = outage?.untilMs ?? 0
  const during = peakRate(tally, { fromMs: outage?.fromMs ?? 0, untilMs: backMs, seconds })
  const after = peakRate(tally, { fromMs: backMs, untilMs: lengthMs, seconds })
  const over = (what: string) => `busiest ${seconds} s ${what}, of the day's mean (${about})`
  return [
    goalFigure(`${name}: peak after it is back`, after / mean, over('after'), 1.5),
    figure(`${name}: peak while it is away`, during / mean, 'times', over('meanwhile')),
    figure(
      `${name}: requests in vain`,
      tally.failed / installations,
      'each',
      'an installation, in that hour',
    ),
    figure(
      `${name}: probes`,
      tally.probes / installations,
      'each',
      'an installation, until it is known to be back',
    ),
  ]
}

/** Of computers that are started in the morning: there the peak is what people do, and there is no goal for it. */
export function morningFigures({ tally }: Simulated): Figure[] {
  const { about, lengthMs } = scenarios.mornings
  const seconds = tellingSeconds(meanRate(tally))
  const peakToMean = (fromMs: number, untilMs: number) =>
    peakRate(tally, { fromMs, untilMs, seconds }) / meanRate(tally, { fromMs, untilMs })
  const over = (when: string) => `busiest ${seconds} s ${when}, of its mean (${about})`
  return [
    figure('mornings: peak to mean', peakToMean(0, lengthMs), 'times', over('of the day')),
    figure(
      'mornings: peak to mean, ten to ten',
      peakToMean(10 * hourMs, 22 * hourMs),
      'times',
      over('of these hours'),
    ),
  ]
}

function figure(metric: string, value: number, unit: string, yardstick: string): Figure {
  return { metric, value: rounded(value), unit, yardstick, goal: null, ok: null }
}

function goalFigure(metric: string, value: number, yardstick: string, goal: number): Figure {
  return { metric, value: rounded(value), unit: 'times', yardstick, goal, ok: value <= goal }
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
