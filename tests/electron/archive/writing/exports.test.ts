import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ArchivePart, archiveForms } from '../../../../shared/archive/parts.ts'
import { changeLines, episodeLines } from '../../../../shared/archive/row-lines.ts'
import type { KeptChange } from '../../../../shared/kept/change.ts'
import { valueOrThrow } from '../../../bench/service/value-or-throw.ts'
import { madeEpisode } from '../../../renderer/made-episodes.ts'
import { keptExamples } from '../../../shared/kept/examples.ts'
import { madeExports, madeParts, ownFolder, readArchive, writtenArchive } from '../made-archive.ts'

const firstPart = madeParts[0] as ArchivePart

describe.each(archiveForms)('an archive as a %s that is not finished', (form) => {
  const placeIn = (folder: string): string => (form === 'zip' ? join(folder, 'mine.zip') : folder)

  test('has no final name, and leaves nothing once it is abandoned', async () => {
    const [own, folder] = [await ownFolder(), await ownFolder()]
    const exports = await madeExports(own)
    const { exportId } = valueOrThrow(await exports.begin(form, placeIn(folder)))
    valueOrThrow(await exports.add(exportId, firstPart))
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^\..+\.part$/)])
    await exports.abandon()
    expect(await readdir(folder)).toEqual([])
    expect(await exports.add(exportId, firstPart)).toMatchObject({
      ok: false,
      problem: { code: 'cancelled', message: 'Stopped. No archive was written.' },
    })
  })

  test('is taken away at the next start, when the app ended in the middle', async () => {
    const [own, folder] = [await ownFolder(), await ownFolder()]
    const before = await madeExports(own)
    const { exportId } = valueOrThrow(await before.begin(form, placeIn(folder)))
    valueOrThrow(await before.add(exportId, firstPart))
    expect(await readdir(folder)).toHaveLength(1)
    // The next one has no other word of it than what is on the disk.
    const after = await madeExports(own)
    await after.abandon()
    expect(await readdir(folder)).toEqual([])
    expect(JSON.parse(await readFile(join(own, 'unfinished.json'), 'utf8'))).toEqual({ path: null })
    // Else its file would stay open in this process.
    await before.abandon()
  })

  test('leaves what stood at its place as it was, until it is whole', async () => {
    const folder = await ownFolder()
    const place = await writtenArchive(form, folder)
    const files = await readdir(folder, { recursive: true })
    const exports = await madeExports(await ownFolder())
    const { exportId } = valueOrThrow(await exports.begin(form, form === 'zip' ? place : folder))
    valueOrThrow(await exports.add(exportId, firstPart))
    await exports.abandon()
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(files.sort())
  })

  test('tells of a folder that is gone, and keeps nothing', async () => {
    const [own, folder] = [await ownFolder(), await ownFolder()]
    const exports = await madeExports(own)
    await rm(folder, { recursive: true })
    const begun = await exports.begin(form, placeIn(folder))
    expect(begun).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining(`${folder} is not there`) },
    })
  })

  test('gives way to another one that is begun', async () => {
    const [own, one, other] = [await ownFolder(), await ownFolder(), await ownFolder()]
    const exports = await madeExports(own)
    valueOrThrow(await exports.begin(form, placeIn(one)))
    valueOrThrow(await exports.begin(form, placeIn(other)))
    expect(await readdir(one)).toEqual([])
    expect(await readdir(other)).toHaveLength(1)
    await exports.abandon()
  })
})

test('what says that it is unfinished is never trusted to name anything else', async () => {
  const [own, folder] = [await ownFolder(), await ownFolder()]
  await mkdir(join(folder, 'precious'))
  await writeFile(join(folder, 'precious', 'letter'), 'x')
  for (const path of [folder, join(folder, 'precious'), join(folder, '..'), `${folder}/.part`, '/']) {
    await writeFile(join(own, 'unfinished.json'), JSON.stringify({ path }))
    await (await madeExports(own)).abandon()
  }
  expect(await readdir(join(folder, 'precious'))).toEqual(['letter'])
})

test('parts that come in another order than they should leave nothing', async () => {
  const [own, folder] = [await ownFolder(), await ownFolder()]
  const exports = await madeExports(own)
  const { exportId } = valueOrThrow(await exports.begin('folder', folder))
  const [queue] = changeLines([keptExamples.queue])
  const [speeds] = changeLines([keptExamples.speeds])
  if (queue === undefined || speeds === undefined) throw new Error('There are no lines.')
  for (const part of [queue, speeds]) valueOrThrow(await exports.add(exportId, part))
  expect(await exports.add(exportId, queue)).toMatchObject({ ok: false })
  expect(await readdir(folder)).toEqual([])
})

test('what is not whole is left out, and the rest is written', async () => {
  const [own, folder] = [await ownFolder(), await ownFolder()]
  const exports = await madeExports(own)
  const { exportId } = valueOrThrow(await exports.begin('folder', folder))
  const { queue } = keptExamples
  const changes = [
    { ...queue, key: '' },
    queue,
    { ...queue, key: 'night/b', row: 'text' },
    {},
  ] as KeptChange[]
  const episode = madeEpisode('night', 'a')
  const episodes = [{ ...episode, chapters: 'older' }, episode]
  for (const part of [...changeLines(changes), ...episodeLines(episodes)]) {
    valueOrThrow(await exports.add(exportId, part))
  }
  const { place } = valueOrThrow(await exports.finish(exportId))
  const read = valueOrThrow(await readArchive(place))
  expect(read.changes.filter(({ kind }) => kind === 'queue')).toEqual([queue])
  expect(read).toMatchObject({ episodes: [{ id: 'night/a' }], unreadable: 0 })
})
