import { lstat, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder, readArchive } from '../made-archive.ts'
import { hostileFolders, hostileZips } from './hostile-archives.ts'
import type { Hostile } from './made-hostile.ts'

async function everythingIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const facts = entries.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name)
    const { size, mtimeMs, ino } = await lstat(path)
    return `${path} ${size} ${mtimeMs} ${ino}`
  })
  return (await Promise.all(facts)).sort()
}

/** Where the names in hostile archives lead. */
async function evilOutside(folder: string): Promise<string[]> {
  const places = [process.cwd(), tmpdir(), parse(process.cwd()).root, join(folder, '..')]
  const names = await Promise.all(places.map((place) => readdir(place)))
  return names.flat().filter((name) => name.includes('evil'))
}

async function meet({ make, told }: Hostile): Promise<void> {
  const folder = await ownFolder()
  const path = await make(folder)
  const before = await everythingIn(folder)
  const read = await readArchive(path)
  if (told instanceof RegExp) {
    expect(read).toMatchObject({ ok: false, problem: { message: expect.stringMatching(told) } })
    expect(read.ok ? '' : read.problem.message).toMatch(/Nothing (more )?was imported\./)
  } else {
    expect(read).toMatchObject({ ok: true, value: { unreadable: told.unreadable } })
    expect(read.ok && read.value.changes).toHaveLength(told.changes)
  }
  expect(await everythingIn(folder)).toEqual(before)
  expect(await evilOutside(folder)).toEqual([])
  expect(Object.hasOwn(Object.prototype, 'evil')).toBe(false)
}

test.each(hostileZips)('a zip with $name writes nothing, and is told of', (hostile) => meet(hostile))
test.each(hostileFolders)('a folder with $name writes nothing, and is told of', (hostile) => meet(hostile))

test('there are more than fifty of them', () => {
  expect(hostileZips.length + hostileFolders.length).toBeGreaterThan(50)
})
