import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { findElectron } from '../../e2e/app.ts'

const notesAtOnce = 100
const startLimitMs = 120_000

const opened = `
  const database = new Dexie('earmark', { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ notes: 'id, episodeId' })
`
// Text that does not get smaller when it is packed, so that the tables are of some size.
const written = (notes: number): string => `(async () => {
  ${opened}
  let state = 1
  const text = () => Array.from({ length: 66 }, () => (state = (state * 1664525 + 1013904223) % 4294967296).toString(36)).join('')
  for (let from = 0; from < ${notes}; from += ${notesAtOnce}) {
    const rows = Array.from({ length: ${notesAtOnce} }, (_, index) => ({ id: from + index, episodeId: index % 50, body: text() }))
    await database.notes.bulkPut(rows)
  }
  return database.notes.count()
})()`
/** As an app does that goes on: looks at everything, and writes something. What it cannot read is not there. */
const lookedAt = (notes: number): string => `(async () => {
  ${opened}
  const all = () => database.notes.where('id').below(${notes}).toArray().then((rows) => rows.length, () => null)
  const found = await all() ?? await all() ?? 0
  await database.notes.put({ id: ${notes} + Math.random(), episodeId: 0, body: '' }).catch(() => {})
  return found
})()`

/** Writes the control's notes and is killed; gives how many there are. */
export function writeBareNotes(userData: string, notes: number): Promise<number> {
  return runBare(userData, written(notes), true)
}

/** One start of the control: how many of its notes it finds. */
export function countBareNotes(userData: string, notes: number): Promise<number> {
  return runBare(userData, lookedAt(notes), false)
}

function runBare(userData: string, script: string, isKilled: boolean): Promise<number> {
  const asRoot = process.getuid?.() === 0
  const args = [...(asRoot ? ['--no-sandbox'] : []), join(import.meta.dirname, 'bare-main.mjs')]
  const bare = { userData, dexiePath: resolve('node_modules/dexie/dist/dexie.min.js'), script, isKilled }
  const env = { ...process.env, BARE_DEXIE: JSON.stringify(bare) }
  return new Promise((answer, fail) => {
    execFile(findElectron(), args, { env, timeout: startLimitMs }, (error, stdout) => {
      const told = /^answer (.*)$/m.exec(stdout)?.[1]
      // Its end by its own hand is an error too.
      if (told === undefined) fail(error ?? new Error('The control said nothing.'))
      else answer(z.number().parse(JSON.parse(told)))
    })
  })
}
