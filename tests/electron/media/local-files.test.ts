import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openLocalFiles } from '../../../electron/media/local-files.ts'

it('knows a chosen file by an id that holds over a restart, and tells the page no path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'local-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const store = join(folder, 'audio-files.json')
  const files = await openLocalFiles(store)
  const location = await files.admit('/music/talk.mp3')
  expect(location).toEqual({ kind: 'local', fileId: expect.any(String), name: 'talk.mp3' })
  expect(await files.admit('/music/talk.mp3')).toEqual(location)
  expect(JSON.parse(await readFile(store, 'utf8'))).toHaveLength(1)

  const later = await openLocalFiles(store)
  expect(later.pathOf(location.kind === 'local' ? location.fileId : '')).toBe('/music/talk.mp3')
  expect(later.pathOf('0197a5a0-0000-7000-8000-000000000000')).toBeNull()
})
