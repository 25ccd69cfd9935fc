import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const refused: [string, string][] = [
  ['renderer/library', '../../electron/net/fetcher.ts'],
  ['renderer/library', 'node:path'],
  ['renderer/library', 'electron'],
  ['renderer/library', 'dexie'],
  ['renderer/library', 'howler'],
  ['renderer/db', '../library/filter.ts'],
  ['renderer/db/upgrades/version-2', '../../rows.ts'],
  ['renderer/db/upgrades/version-2', '../../../../shared/packed.ts'],
  ['renderer/db/upgrades/version-2', 'zod'],
  ['renderer/elements', '../player/store.ts'],
  ['electron/app', '../../renderer/bridge.ts'],
  ['electron/app', '../../tests/server/main.ts'],
  ['electron/app', 'undici'],
  ['electron/audio', 'node:http'],
  ['electron/audio', 'electron'],
  ['electron/net', 'electron'],
  ['shared', '../renderer/bridge.ts'],
  ['shared', 'node:fs'],
]
const allowed: [string, string][] = [
  ['renderer/library', '../../shared/result.ts'],
  ['renderer/library', '../db/episodes.ts'],
  ['renderer/db', 'dexie'],
  ['renderer/db', '../../shared/result.ts'],
  ['renderer/db/upgrades/version-2', './shelf-record.ts'],
  ['renderer/db/upgrades/version-2', 'dexie'],
  ['renderer/player', 'howler'],
  ['renderer/elements', './button.tsx'],
  ['electron/app', 'electron'],
  ['electron/net', 'undici'],
  ['shared/ipc', '../result.ts'],
]

let folder = ''
const complaints = new Set<string>()
const fileOf = (from: string, to: string): string => `${from}/${to.replaceAll(/[^a-z]+/g, '-')}-import.ts`

// One run over a tree of one-line files, each with one import, under the repository's own rules.
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'boundaries-')))
  cpSync('biome.json', join(folder, 'biome.json'))
  cpSync('build/boundaries.json', join(folder, 'build/boundaries.json'))
  for (const [from, to] of [...refused, ...allowed]) {
    const file = join(folder, fileOf(from, to))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `import { a } from '${to}'\n\nexport const b = a\n`)
  }
  const rule = '--only=style/noRestrictedImports'
  const { stdout } = spawnSync(
    resolve('node_modules/.bin/biome'),
    ['lint', rule, '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' },
  )
  for (const [, file] of stdout.matchAll(/file=([^,]+),/g))
    if (file !== undefined) complaints.add(relative(folder, file).replaceAll('\\', '/'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(refused)('refuses that %s imports %s', (from, to) => {
  expect(complaints).toContain(fileOf(from, to))
})

it.each(allowed)('lets %s import %s', (from, to) => {
  expect(complaints).not.toContain(fileOf(from, to))
})
