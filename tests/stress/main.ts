// The long proofs: `npm run stress -- NAME [--seed N] …`. Each prints its seed and its figures; the same seed runs it again.
import { parseArgs } from 'node:util'
import { corruptionRun } from './corruption.ts'
import { faultsRun } from './faults.ts'
import { gaplessRun } from './gapless.ts'
import { jumpRun } from './jump.ts'
import { killAnythingRun } from './kill-anything.ts'
import { killDuringOutboxRun } from './kill-during-outbox.ts'
import { killDuringSyncRun } from './kill-during-sync.ts'
import type { StressRun } from './run.ts'
import { seeksRun } from './seeks.ts'

const runs: Readonly<Record<string, StressRun>> = {
  corruption: corruptionRun,
  faults: faultsRun,
  gapless: gaplessRun,
  jump: jumpRun,
  'kill-anything': killAnythingRun,
  'kill-during-sync': killDuringSyncRun,
  'kill-during-outbox': killDuringOutboxRun,
  seeks: seeksRun,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    moments: { type: 'string' },
    episodes: { type: 'string' },
    plan: { type: 'string' },
  },
})
const [name = ''] = positionals
const chosen = runs[name]
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const numberOrNull = (text: string | undefined): number | null => (text === undefined ? null : Number(text))

if (chosen === undefined) {
  for (const [known, { usage }] of Object.entries(runs)) {
    say(`usage: npm run stress -- ${known} [--seed N] ${usage}`)
  }
  process.exitCode = 2
} else {
  const seed = Number(values.seed)
  say(`${name}, seed ${seed}`)
  const { figures, passed } = await chosen.run({
    seed,
    moments: numberOrNull(values.moments),
    episodes: numberOrNull(values.episodes),
    plan: values.plan ?? null,
    say,
  })
  process.stdout.write(`${JSON.stringify({ name, seed, passed, ...figures }, null, 2)}\n`)
  process.exitCode = passed ? 0 : 1
}
