// What things cost: `npm run bench -- sync [--json] [--size N] [--seed N] [--rounds N] [--write-readme]
// [--profile FOLDER]`. What is under
// way goes to standard error; with --json, standard output is one array of figures.
import { arch, cpus, loadavg, platform, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBetweenMarkers } from './readme.ts'
import { benchSync } from './sync.ts'
import { markdownTable, plainTable } from './table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    size: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    profile: { type: 'string' },
    'write-readme': { type: 'boolean', default: false },
  },
})
const [name] = positionals
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const [size, seed, rounds] = [Number(values.size), Number(values.seed), Number(values.rounds)]

if (name !== 'sync' || !(size >= 1) || !(rounds >= 1) || !Number.isFinite(seed)) {
  say(
    'usage: npm run bench -- sync [--json] [--size EPISODES] [--seed N] [--rounds N] [--write-readme] [--profile FOLDER]',
  )
  process.exitCode = 2
} else {
  const [processor] = cpus()
  const machine = `${cpus().length} × ${processor?.model ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()}`
  const load = loadavg()[0]?.toFixed(1)
  const conditions = `${machine}; load at the beginning ${load}; seed ${seed}, medians of ${rounds} rounds.`
  say(conditions)
  const profileFolder = values.profile === undefined ? null : resolve(values.profile)
  const figures = await benchSync({ seed, size, rounds, profileFolder, say })
  if (values['write-readme']) {
    const today = new Date().toISOString().slice(0, 10)
    await writeBetweenMarkers(
      resolve('README.md'),
      name,
      `\n${markdownTable(figures)}\n\n${today}, ${conditions}\n`,
    )
  }
  process.stdout.write(`${values.json ? JSON.stringify(figures, null, 2) : plainTable(figures)}\n`)
}
