// The scheduler's real code, a million times over, with a clock of its own:
// `npm run simulate -- fleet [--installations N] [--seed N] [--json]`.
import { parseArgs } from 'node:util'
import { dayFigures, type Figure, morningFigures, outageFigures, type Simulated } from './figures.ts'
import { mix } from './mix.ts'
import type { ScenarioName } from './scenario.ts'
import { meanRate } from './tally.ts'
import { simulateFleet } from './whole-fleet.ts'

const usage = 'usage: npm run simulate -- fleet [--installations N] [--seed N] [--json]'
/** What has no goal of its own for a million installations is simulated with so many times fewer. */
const smallerBy = 5

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    installations: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const installations = Number(values.installations)
const seed = Number(values.seed)
const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function run(scenario: ScenarioName, count: number): Promise<Simulated> {
  const startedMs = performance.now()
  const tally = await simulateFleet({ scenario, seed, installations: count })
  const seconds = Math.round((performance.now() - startedMs) / 1000)
  say(`${scenario}: ${count.toLocaleString('en')} installations, ${seconds} s`)
  return { tally, installations: count }
}

async function fleetFigures(): Promise<Figure[]> {
  const fewer = Math.max(1, Math.round(installations / smallerBy))
  const day = await run('day', installations)
  const meanPerInstallation = meanRate(day.tally) / installations
  const outage = async (name: 'refuses' | 'fails' | 'holds', count: number) =>
    outageFigures(name, await run(name, count), meanPerInstallation)
  return [
    ...dayFigures(day),
    ...(await outage('refuses', installations)),
    ...(await outage('fails', fewer)),
    ...(await outage('holds', fewer)),
    ...morningFigures(await run('mornings', fewer)),
  ]
}

const assumptions = [
  '40 podcasts each, answers at once, everybody’s clock right, one time zone; computers are never off but in "mornings".',
  `Of the podcasts are: ${mix.map(({ name, share }) => `${Math.round(share * 100)} % ${name}`).join(', ')}; each publishes regularly.`,
  'A check without news is one request (304), one with news two, the weekly reading of a whole list four; a GET that fails is three.',
]

const isCount = (value: number): boolean => Number.isInteger(value) && value > 0
if (positionals[0] !== 'fleet' || !isCount(installations) || !Number.isInteger(seed)) {
  say(usage)
  process.exitCode = 2
} else {
  say(`fleet, seed ${seed}`)
  for (const line of assumptions) say(line)
  const figures = await fleetFigures()
  for (const { metric, value, unit, yardstick, goal, ok } of figures) {
    const judged = goal === null ? '' : `  goal ${goal}: ${ok === true ? 'met' : 'MISSED'}`
    say(`${metric.padEnd(34)} ${String(value).padStart(8)} ${unit.padEnd(6)} ${yardstick}${judged}`)
  }
  const memoryMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  say(`memory at most ${memoryMegabytes} MB`)
  if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  process.exitCode = figures.some(({ ok }) => ok === false) ? 1 : 0
}
