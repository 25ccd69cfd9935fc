import { open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createArchiveCalls } from '../../../electron/app/archive-calls.ts'
import type { ArchiveForm } from '../../../shared/archive/parts.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { type Settings, settingsSchema } from '../../../shared/models/settings.ts'
import { type Result, success } from '../../../shared/result.ts'
import { valueOrThrow } from '../../bench/service/value-or-throw.ts'
import { keptExamples } from '../../shared/kept/examples.ts'
import { madeExports, madeImports, ownFolder, writtenArchive } from '../archive/made-archive.ts'

const never = new AbortController().signal

/** Calls of a page whose person answers each dialog with `chosen`; `null` closes it. */
async function madeCalls(chosen: string | null, take?: () => Result<Settings>) {
  const taken: KeptChange[] = []
  const shown: string[] = []
  let settingsChanges = 0
  const calls = createArchiveCalls({
    dialog: {
      showOpenDialog: async () => ({
        canceled: chosen === null,
        filePaths: chosen === null ? [] : [chosen],
      }),
      showSaveDialog: async () => ({ canceled: chosen === null, filePath: chosen ?? '' }),
    },
    shell: { showItemInFolder: (path) => shown.push(path) },
    window: () => null,
    exports: await madeExports(await ownFolder()),
    imports: madeImports(),
    settings: {
      take: async (change) => {
        taken.push(change)
        return take?.() ?? success(settingsSchema.parse({}))
      },
    },
    settingsChanged: () => {
      settingsChanges += 1
    },
    documents: '/documents',
    now: () => new Date('2026-11-22T20:00:00Z'),
  })
  return { calls, taken, shown, settingsChanges: () => settingsChanges }
}

async function exported(chosen: string, form: ArchiveForm) {
  const made = await madeCalls(chosen)
  const begun = valueOrThrow(await made.calls['archive.begin-export']({ form }, never))
  const exportId = begun?.exportId ?? ''
  const { place } = valueOrThrow(await made.calls['archive.finish-export']({ exportId }, never))
  return { ...made, place }
}

test.each(['folder', 'zip'] as const)('nothing is begun when the dialog for a %s is closed', async (form) => {
  const { calls } = await madeCalls(null)
  expect(await calls['archive.begin-export']({ form }, never)).toEqual(success(null))
  expect(await calls['archive.open-import']({ form }, never)).toEqual(success(null))
})

test('a folder is made in the one that was chosen, and a zip file at its name', async () => {
  const folder = await ownFolder()
  expect((await exported(folder, 'folder')).place).toBe(join(folder, 'Earmark archive 2026-11-22'))
  expect((await exported(join(folder, 'mine.ZIP'), 'zip')).place).toBe(join(folder, 'mine.ZIP'))
})

test('a zip file that the person was asked about is replaced, and no other', async () => {
  const folder = await ownFolder()
  for (const name of ['mine.zip', 'mine (2).zip']) await writeFile(join(folder, name), 'an older one')
  // A dialog that does not add the ending has only looked for a file without it.
  expect((await exported(join(folder, 'mine'), 'zip')).place).toBe(join(folder, 'mine (3).zip'))
  expect((await exported(join(folder, 'mine.zip'), 'zip')).place).toBe(join(folder, 'mine.zip'))
  expect((await readdir(folder)).sort()).toEqual(['mine (2).zip', 'mine (3).zip', 'mine.zip'])
})

test('shows what was exported last, and says when that is nothing', async () => {
  const none = await madeCalls(null)
  expect(await none.calls['archive.show-exported'](null, never)).toMatchObject({
    problem: { code: 'not-found' },
  })
  const { calls, shown, place } = await exported(await ownFolder(), 'folder')
  expect(await calls['archive.finish-export']({ exportId: 'another' }, never)).toMatchObject({ ok: false })
  await calls['archive.show-exported'](null, never)
  expect(shown).toEqual([place])
})

test('settings are taken from the archive that is open, and that they changed is told once they did', async () => {
  const place = await writtenArchive('folder', await ownFolder())
  const made = await madeCalls(place)
  const opened = valueOrThrow(await made.calls['archive.open-import']({ form: 'folder' }, never))
  const importId = opened?.importId ?? ''
  expect(await made.calls['archive.take-settings']({ importId: 'another' }, never)).toMatchObject({
    problem: { code: 'cancelled' },
  })
  expect(made.taken).toEqual([])
  valueOrThrow(await made.calls['archive.take-settings']({ importId }, never))
  expect(made.taken).toEqual([keptExamples.settings])
  expect(made.settingsChanges()).toBe(1)
  await made.calls['archive.close-import'](null, never)
  expect(await made.calls['archive.take-settings']({ importId }, never)).toMatchObject({ ok: false })
})

test('that settings changed is not told when they could not be stored', async () => {
  const place = await writtenArchive('folder', await ownFolder())
  const problem = { code: 'disk-full', message: 'Full.' } as const
  const made = await madeCalls(place, () => ({ ok: false, problem }))
  const opened = valueOrThrow(await made.calls['archive.open-import']({ form: 'folder' }, never))
  const importId = opened?.importId ?? ''
  expect(await made.calls['archive.take-settings']({ importId }, never)).toEqual({ ok: false, problem })
  expect(made.settingsChanges()).toBe(0)
  await made.calls['archive.close-import'](null, never)
})

test('who stops while the rest of an archive is read through does not wait for it', async () => {
  const folder = await writtenArchive('folder', await ownFolder())
  const manifestPath = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8'))
  // Its digest is another: read to its end, the archive would be damaged.
  const long = { ...manifest.files[0], path: 'notes/long.md', bytes: 64 * 2 ** 20, sha256: '0'.repeat(64) }
  await writeFile(manifestPath, JSON.stringify({ ...manifest, files: [...manifest.files, long] }))
  const file = await open(join(folder, long.path), 'w')
  await file.truncate(long.bytes)
  await file.close()

  const { calls } = await madeCalls(folder)
  const opened = valueOrThrow(await calls['archive.open-import']({ form: 'folder' }, never))
  const stop = new AbortController()
  const whole = calls['archive.whole-import']({ importId: opened?.importId ?? '' }, stop.signal)
  stop.abort()
  expect(await whole).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
})
