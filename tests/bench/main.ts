// What things cost: `npm run bench -- sync|journal|player|notes|engines|library|growth|search [--json] [--size N] [--seed N] [--rounds N] [--strokes N]
// [--starts N] [--rest SECONDS] [--sizes N,N] [--picture FILE] [--write-readme] [--profile FOLDER]`. What is under way goes to standard error; with --json, standard output is one
// array of figures.
import { arch, cpus, loadavg, platform, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchEngines } from './engines.ts'
import type { Figure } from './figure.ts'
import { benchGrowth } from './growth.ts'
import { benchJournal } from './journal.ts'
import { benchLibrary } from './library.ts'
import { benchNotes } from './notes.ts'
import { benchPlayer } from './player.ts'
import { writeBetweenMarkers } from './readme.ts'
import { benchSearch } from './search.ts'
import { benchSync } from './sync.ts'
import { markdownTable, plainTable } from './table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    size: { type: 'string' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    strokes: { type: 'string', default: '400' },
    starts: { type: 'string', default: '12' },
    rest: { type: 'string', default: '60' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    picture: { type: 'string' },
    profile: { type: 'string' },
    'write-readme': { type: 'boolean', default: false },
  },
})
const [name = ''] = positionals
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const [seed, rounds] = [Number(values.seed), Number(values.rounds)]
const [strokes, starts] = [Number(values.strokes), Number(values.starts)]
const restSeconds = Number(values.rest)
const sizes = values.sizes.split(',').map(Number)

type Bench = { usualSize: number; run: (size: number) => Promise<Figure[]> }

const benches = new Map<string, Bench>([
  [
    'sync',
    {
      usualSize: 50_000,
      run: (size) => {
        const profileFolder = values.profile === undefined ? null : resolve(values.profile)
        return benchSync({ seed, size, rounds, profileFolder, say })
      },
    },
  ],
  [
    'journal',
    { usualSize: 20_000, run: (size) => benchJournal({ seed, size, rounds, strokes, starts, say }) },
  ],
  [
    'notes',
    {
      usualSize: 20_000,
      run: (size) => {
        const profileFolder = values.profile === undefined ? null : resolve(values.profile)
        return benchNotes({ seed, size, rounds, profileFolder, say })
      },
    },
  ],
  ['engines', { usualSize: 50_000, run: (size) => benchEngines({ seed, size, say }) }],
  ['player', { usualSize: 50, run: (size) => benchPlayer({ seed, size, rounds, say }) }],
  [
    'library',
    { usualSize: 50_000, run: (size) => benchLibrary({ seed, size, rounds, starts, restSeconds, say }) },
  ],
  [
    'growth',
    {
      usualSize: Math.max(...sizes),
      run: () => {
        const picture = values.picture === undefined ? null : resolve(values.picture)
        return benchGrowth({ seed, sizes, rounds, starts, restSeconds, picture, say })
      },
    },
  ],
  ['search', { usualSize: 50_000, run: (size) => benchSearch({ seed, size, say }) }],
])

const bench = benches.get(name)
const size = Number(values.size ?? bench?.usualSize)
const areCounts = [size, rounds, strokes, starts, restSeconds, ...sizes].every((count) => count >= 1)
if (bench === undefined || !areCounts || !Number.isFinite(seed)) {
  say(
    'usage: npm run bench -- sync|journal|player|notes|engines|library|growth|search [--json] [--size EPISODES|NOTES] [--seed N] [--rounds N] [--write-readme] [--profile FOLDER (sync, notes)] [--strokes N (journal)] [--starts N (journal, library, growth)] [--rest SECONDS (library, growth)] [--sizes N,N (growth)] [--picture FILE.svg (growth)]',
  )
  process.exitCode = 2
} else {
  const [processor] = cpus()
  const machine = `${cpus().length} × ${processor?.model ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()}`
  const load = loadavg()[0]?.toFixed(1)
  const conditions = `${machine}; load at the beginning ${load}; seed ${seed}, medians of ${rounds} rounds.`
  say(conditions)
  const figures = await bench.run(size)
  process.stdout.write(`${values.json ? JSON.stringify(figures, null, 2) : plainTable(figures)}\n`)
  if (values['write-readme']) {
    const today = new Date().toISOString().slice(0, 10)
    await writeBetweenMarkers(
      resolve('README.md'),
      name,
      `\n${markdownTable(figures)}\n\n${today}, ${conditions}\n`,
    )
  }
}
