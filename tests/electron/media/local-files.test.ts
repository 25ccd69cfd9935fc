import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openLocalFiles } from '../../../electron/media/local-files.ts'
import { success } from '../../../shared/result.ts'
import { silentLog } from '../silent-log.ts'

it('knows a chosen file by an id that holds over a restart, and tells the page no path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'local-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const store = join(folder, 'audio-files.json')
  const files = await openLocalFiles(store, silentLog)
  const admitted = await files.admit('/music/talk.mp3')
  expect(admitted).toEqual(success({ kind: 'local', fileId: expect.any(String), name: 'talk.mp3' }))
  expect(await files.admit('/music/talk.mp3')).toEqual(admitted)
  expect(JSON.parse(await readFile(store, 'utf8'))).toHaveLength(1)

  const later = await openLocalFiles(store, silentLog)
  const fileId = admitted.ok && admitted.value.kind === 'local' ? admitted.value.fileId : ''
  expect(later.pathOf(fileId)).toBe('/music/talk.mp3')
  expect(later.pathOf('0197a5a0-0000-7000-8000-000000000000')).toBeNull()
})

it('says so when the choice cannot be stored, and has not chosen it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'local-'))
  const files = await openLocalFiles(join(folder, 'audio-files.json'), silentLog)
  await rm(folder, { recursive: true })
  const refused = { ok: false, problem: { code: 'file', message: expect.stringContaining('is not there') } }
  expect(await files.admit('/music/talk.mp3')).toMatchObject(refused)
  expect(await files.admit('/music/talk.mp3')).toMatchObject(refused)
})
