import { appendFile, cp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listSegments, nameOfSegment, placesIn } from '../../../../electron/journal/folder.ts'
import { handTimers } from '../../hand-timers.ts'
import { mountDisk, named, withDisk } from '../mounted-disk.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { changeOf, diskWith, journalIn, openWriter, systemError } from './writer.ts'

it(named('says that the disk is full, loses nothing, and goes on once there is room'), withDisk, async () => {
  const { path } = await mountDisk(1024 * 1024)
  const told: (string | undefined)[] = []
  const writer = await openWriter(join(path, 'home'), {
    troubleChanged: () => told.push(writer.state().trouble?.code),
  })
  await writeFile(join(path, 'ballast'), Buffer.alloc(600_000))
  const kept: string[] = []
  for (let index = 0; ; index += 1) {
    const result = await writer.append([changeOf(`note-${index}`, 'x'.repeat(30_000))])
    if (!result.ok) {
      expect(result.problem.message).toContain('full')
      break
    }
    kept.push(`note-${index}`)
  }
  expect(kept.length).toBeGreaterThan(5)
  expect(writer.state().trouble?.code).toBe('full')
  // Still full: what was written in part is taken back, and refused again.
  expect((await writer.append([changeOf('too much', 'x'.repeat(30_000))])).ok).toBe(false)
  await rm(join(path, 'ballast'))
  expect(await writer.append([changeOf('after')])).toEqual({ ok: true, value: kept.length + 1 })
  expect(told).toEqual(['full', undefined])
  expect(await journalIn(join(path, 'home'))).toMatchObject({ keys: [...kept, 'after'], damage: 0 })
})

it(named('says so when a disk that is full takes not even a new file'), withDisk, async () => {
  const { path } = await mountDisk(64 * 1024)
  const writer = await openWriter(path)
  await writer.append([changeOf('a')])
  await writeFile(join(path, 'ballast'), Buffer.alloc(64 * 1024)).catch(() => {})
  writer.beginNewFile()
  expect((await writer.append([changeOf('b')])).ok).toBe(false)
  expect(writer.state().trouble?.code).toBe('full')
  await rm(join(path, 'ballast'))
  expect((await writer.append([changeOf('c')])).ok).toBe(true)
  expect(await readdir(placesIn(path).journal)).toEqual([nameOfSegment(1), nameOfSegment(2)])
  expect(await journalIn(path)).toMatchObject({ keys: ['a', 'c'], numbers: [1, 2] })
})

it(named('says that it may not write, and goes on once it may'), withDisk, async () => {
  const disk = await mountDisk(1024 * 1024)
  const first = await openWriter(join(disk.path, 'home'))
  await first.append([changeOf('a')])
  await first.close()
  disk.makeReadOnly()
  const writer = await openWriter(join(disk.path, 'home'))
  expect(writer.state().trouble?.code).toBe('read-only')
  expect(await writer.append([changeOf('b')])).toMatchObject({ ok: false, problem: { code: 'second-home' } })
  disk.makeWritable()
  expect(await writer.append([changeOf('c')])).toEqual({ ok: true, value: 2 })
  expect(writer.state().trouble).toBeNull()
})

it(
  named('says that its disk was unplugged, and goes on when another is there with the same home'),
  withDisk,
  async () => {
    const disk = await mountDisk(1024 * 1024)
    const folder = join(disk.path, 'home')
    const copy = await temporaryFolder()
    const writer = await openWriter(folder)
    await writer.append([changeOf('a')])
    await cp(folder, copy, { recursive: true })
    disk.unplug()
    expect((await writer.append([changeOf('b')])).ok).toBe(false)
    expect(writer.state().trouble?.code).toBe('missing')
    await cp(copy, folder, { recursive: true })
    expect(await writer.append([changeOf('c')])).toEqual({ ok: true, value: 2 })
  },
)

it('does not take a flush into a deleted folder for a success, and makes no empty home in its place', async () => {
  const folder = join(await temporaryFolder(), 'home')
  const writer = await openWriter(folder)
  await writer.append([changeOf('a')])
  await rm(folder, { recursive: true })
  for (const key of ['b', 'c']) {
    expect(await writer.append([changeOf(key)])).toMatchObject({
      ok: false,
      problem: { code: 'second-home' },
    })
    expect(writer.state().trouble?.code).toBe('missing')
  }
  expect(await readdir(join(folder, '..'))).toEqual([])
})

it('follows a folder that was renamed and comes back', async () => {
  const folder = join(await temporaryFolder(), 'home')
  const writer = await openWriter(folder)
  await writer.append([changeOf('a')])
  await rename(folder, `${folder}-elsewhere`)
  expect((await writer.append([changeOf('b')])).ok).toBe(false)
  await rename(`${folder}-elsewhere`, folder)
  await writer.open()
  expect(writer.state()).toMatchObject({ trouble: null })
  expect((await writer.append([changeOf('c')])).ok).toBe(true)
  // The second one had reached the renamed file, and nobody was told so.
  expect((await journalIn(folder)).keys).toEqual(['a', 'b', 'c'])
})

it('takes another id when an older copy of its folder has taken its place', async () => {
  const folder = join(await temporaryFolder(), 'home')
  const writer = await openWriter(folder)
  await writer.append([changeOf('a')])
  await cp(folder, `${folder}-copy`, { recursive: true })
  await writer.append([changeOf('b')])
  const { homeId } = writer.state()
  await rename(folder, `${folder}-newer`)
  await rename(`${folder}-copy`, folder)
  expect((await writer.append([changeOf('c')])).ok).toBe(false)
  expect(writer.state().trouble?.code).toBe('missing')
  expect((await writer.append([changeOf('c')])).ok).toBe(true)
  expect(writer.state().homeId).not.toBe(homeId)
  expect((await journalIn(folder)).keys).toEqual(['a', 'c'])
})

it('says that another Earmark writes there, and adds nothing', async () => {
  const folder = await temporaryFolder()
  const writer = await openWriter(folder)
  await writer.append([changeOf('a')])
  await appendFile(join(placesIn(folder).journal, nameOfSegment(1)), 'something of another one')
  expect((await writer.append([changeOf('b')])).ok).toBe(false)
  expect(writer.state().trouble?.code).toBe('in-use')
})

it('begins a new file after a flush that failed, since the disk may have lost what it says it has', async () => {
  const folder = await temporaryFolder()
  let failing = false
  const disk = diskWith((file) => ({
    datasync: async () => {
      if (failing) throw systemError('EIO')
      await file.datasync()
    },
  }))
  const writer = await openWriter(folder, { disk })
  await writer.append([changeOf('a')])
  failing = true
  for (const key of ['b', 'c']) expect((await writer.append([changeOf(key)])).ok).toBe(false)
  expect(writer.state()).toMatchObject({ lastNumber: 1, trouble: { code: 'failing' } })
  expect(writer.state().trouble?.message).toContain('EIO')
  failing = false
  expect(await writer.append([changeOf('d')])).toMatchObject({ ok: true })
  expect(writer.state().trouble).toBeNull()
  const { keys, numbers } = await journalIn(folder)
  expect(keys).toContain('d')
  expect(new Set(numbers).size).toBe(numbers.length)
  expect((await listSegments(folder)).length).toBe(2)
})

it('takes back what a write left that failed half-way', async () => {
  const folder = await temporaryFolder()
  let failing = false
  const disk = diskWith((file) => ({
    write: async (bytes, at, length) => {
      if (!failing) return file.write(bytes, at, length)
      await file.write(bytes, at, Math.floor(length / 2))
      throw systemError('ENOSPC')
    },
  }))
  const writer = await openWriter(folder, { disk })
  await writer.append([changeOf('a')])
  failing = true
  expect((await writer.append([changeOf('b', 'x'.repeat(500))])).ok).toBe(false)
  expect((await writer.append([changeOf('c')])).ok).toBe(false)
  failing = false
  expect(await writer.append([changeOf('d')])).toEqual({ ok: true, value: 2 })
  expect(await journalIn(folder)).toEqual({ keys: ['a', 'd'], numbers: [1, 2], damage: 0 })
})

it('says after two seconds that the disk does not answer, and goes on when it does', async () => {
  const folder = await temporaryFolder()
  const timers = handTimers(Date.parse('2026-03-02T09:30:00.000Z'))
  let release = (): void => {}
  let hung: Promise<void> | null = null
  let began = (): void => {}
  const disk = diskWith((file) => ({
    datasync: async () => {
      began()
      await hung
      await file.datasync()
    },
  }))
  const troubles: (string | undefined)[] = []
  const writer = await openWriter(folder, {
    disk,
    timers,
    troubleChanged: () => troubles.push(writer.state().trouble?.code),
  })
  await writer.append([changeOf('a')])
  hung = new Promise((resolve) => {
    release = resolve
  })
  const flushing = new Promise<void>((resolve) => {
    began = resolve
  })
  const first = writer.append([changeOf('b')])
  await flushing
  const second = writer.append([changeOf('c')])
  timers.advance(1999)
  expect(troubles).toEqual([])
  timers.advance(1)
  expect(await first).toMatchObject({ ok: false, problem: { code: 'second-home' } })
  expect(await second).toMatchObject({ ok: false })
  expect(writer.state().trouble?.code).toBe('slow')
  const third = writer.append([changeOf('d')])
  release()
  expect((await third).ok).toBe(true)
  expect(troubles).toEqual(['slow', undefined])
  // The second one's turn never came, and whoever gave it was told so.
  expect((await journalIn(folder)).keys).toEqual(['a', 'b', 'd'])
})
