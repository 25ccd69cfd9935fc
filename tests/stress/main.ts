// The long proofs: `npm run stress -- NAME [--seed N] [--moments N]`. Each prints its seed and its figures.
import { parseArgs } from 'node:util'
import { killDuringSync } from './kill-during-sync.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    moments: { type: 'string', default: '20' },
    episodes: { type: 'string', default: '2000' },
  },
})
const [name] = positionals
const say = (line: string): void => void process.stderr.write(`${line}\n`)

if (name === 'kill-during-sync') {
  const seed = Number(values.seed)
  say(`kill-during-sync, seed ${seed}`)
  const figures = await killDuringSync({
    seed,
    moments: Number(values.moments),
    episodes: Number(values.episodes),
    say,
  })
  process.stdout.write(`${JSON.stringify({ name, seed, ...figures }, null, 2)}\n`)
  const { missing, stale, notesLost, notesDoubled, episodesFound, episodesExpected } = figures
  const faults = missing.length + stale.length + notesLost.length + notesDoubled.length
  process.exitCode = faults === 0 && episodesFound === episodesExpected ? 0 : 1
} else {
  say('usage: npm run stress -- kill-during-sync [--seed N] [--moments N] [--episodes N]')
  process.exitCode = 2
}
