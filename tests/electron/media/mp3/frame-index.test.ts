import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { indexFrames } from '../../../../electron/media/mp3/frame-index.ts'
import { madeFrame } from './made-mp3.ts'

async function indexed(content: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'frames-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'a.mp3')
  await writeFile(path, content)
  const file = await open(path, 'r')
  onTestFinished(() => file.close())
  return indexFrames(file, content.length)
}

const some = Buffer.concat(Array.from({ length: 50 }, () => madeFrame(128)))
const window = 256 * 1024

test.each([
  ['nothing', Buffer.alloc(2 * window)],
  ['what could begin a tag or a frame', Buffer.from('I\xFFTA'.repeat(window / 2), 'latin1')],
  ['exactly what is read at once', Buffer.alloc(window - some.length)],
  ['all but one byte of that', Buffer.alloc(window - some.length - 1)],
])('finds the frames behind a damaged place of %s', async (_, stray) => {
  const index = await indexed(Buffer.concat([some, stray, some]))
  expect(index?.runs).toEqual([
    { offset: 0, frames: 50 },
    { offset: some.length + stray.length, frames: 50 },
  ])
})
