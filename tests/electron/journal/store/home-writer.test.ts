import { appendFile, cp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listSegments, nameOfSegment, placesIn } from '../../../../electron/journal/folder.ts'
import { handTimers } from '../../hand-timers.ts'
import { mountDisk, named, withDisk } from '../mounted-disk.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { changeOf, diskWith, journalIn, openWriter, systemError } from './writer.ts'

it('numbers what it is given, over restarts', async () => {
  const folder = await temporaryFolder()
  const first = await openWriter(folder)
  expect(await first.append([changeOf('a')])).toEqual({ ok: true, value: 1 })
  expect(await first.append([changeOf('b'), changeOf('c')])).toEqual({ ok: true, value: 2 })
  await first.close()

  const second = await openWriter(folder)
  expect(second.state()).toMatchObject({ homeId: first.state().homeId, lastNumber: 2, tornBytes: 0 })
  expect(await second.append([changeOf('d')])).toEqual({ ok: true, value: 3 })
  expect(await journalIn(folder)).toEqual({ keys: ['a', 'b', 'c', 'd'], numbers: [1, 2, 3], damage: 0 })
})

it('has flushed whatever it said it has', async () => {
  const folder = await temporaryFolder()
  const flushed = new Map<string, Buffer>()
  const disk = diskWith((file, path) => ({
    datasync: async () => {
      await file.datasync()
      flushed.set(
        path.replace('.part', ''),
        await readFile(path).catch(() => readFile(path.replace('.part', ''))),
      )
    },
  }))
  const writer = await openWriter(folder, { disk })
  for (let index = 0; index < 20; index += 1) {
    await writer.append([changeOf(`note-${index}`)])
    expect(flushed.get(join(placesIn(folder).journal, nameOfSegment(1)))?.toString()).toContain(
      `note-${index}"`,
    )
  }
})

it('flushes together what comes while it flushes', async () => {
  let flushes = 0
  const disk = diskWith((file) => ({
    datasync: () => {
      flushes += 1
      return file.datasync()
    },
  }))
  const folder = await temporaryFolder()
  const writer = await openWriter(folder, { disk })
  await writer.append([changeOf('first')])
  flushes = 0
  const numbers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => writer.append([changeOf(`${index}`)])),
  )
  expect(numbers.map((result) => result.ok && result.value)).toEqual(numbers.map((_, index) => index + 2))
  expect(flushes).toBe(2)
})

it('writes very much at once as entries that are read one by one', async () => {
  const folder = await temporaryFolder()
  const writer = await openWriter(folder)
  const changes = Array.from({ length: 30 }, (_, index) => changeOf(`note-${index}`, 'x'.repeat(200_000)))
  const result = await writer.append(changes)
  const { keys, numbers, damage } = await journalIn(folder)
  expect(keys).toHaveLength(30)
  expect(numbers.length).toBeGreaterThan(4)
  expect(result).toEqual({ ok: true, value: numbers.at(-1) })
  expect(damage).toBe(0)
})

it('begins a new file when it is asked to, and goes on in the newest one', async () => {
  const folder = await temporaryFolder()
  const writer = await openWriter(folder)
  await writer.append([changeOf('a')])
  expect(writer.beginNewFile()).toBe(1)
  await writer.append([changeOf('b')])
  await writer.append([changeOf('c')])
  await writer.close()
  const again = await openWriter(folder)
  await again.append([changeOf('d')])
  expect((await listSegments(folder)).map(({ firstNumber }) => firstNumber)).toEqual([1, 2])
  expect(await journalIn(folder)).toEqual({ keys: ['a', 'b', 'c', 'd'], numbers: [1, 2, 3, 4], damage: 0 })
})

it('cuts the journal at its last whole entry wherever it was torn, and keeps what it cut', async () => {
  const original = await temporaryFolder()
  const first = await openWriter(original)
  for (const key of ['a', 'b', 'c']) await first.append([changeOf(key, '🫖 tea')])
  await first.close()
  const name = join('journal', nameOfSegment(1))
  const bytes = await readFile(join(original, name))
  const ends = [...bytes.entries()].flatMap(([at, byte]) => (byte === 0x0a ? [at] : []))
  for (let length = (ends[2] ?? 0) - 3; length <= bytes.length; length += 1) {
    const folder = await temporaryFolder()
    await cp(original, folder, { recursive: true })
    await truncate(join(folder, name), length)
    const writer = await openWriter(folder)
    const whole = ends.slice(1).filter((end) => end <= length).length
    expect(writer.state().lastNumber).toBe(whole)
    expect(await writer.append([changeOf('new')])).toEqual({ ok: true, value: whole + 1 })
    await writer.close()
    expect(await journalIn(folder)).toEqual({
      keys: [...['a', 'b', 'c'].slice(0, whole), 'new'],
      numbers: [1, 2, 3, 4].slice(0, whole + 1),
      damage: 0,
    })
    const torn = (await readdir(placesIn(folder).journal)).filter((other) => other.endsWith('.torn'))
    const kept = await Promise.all(torn.map((other) => readFile(join(placesIn(folder).journal, other))))
    const start = whole === 0 ? (ends[0] ?? 0) + 1 : (ends[whole] ?? 0) + 1
    expect(Buffer.concat(kept)).toEqual(bytes.subarray(start, Math.max(length, start)))
  }
})

it('goes on after a journal that ends in zeros, or whose middle is damaged', async () => {
  const folder = await temporaryFolder()
  const first = await openWriter(folder)
  for (const key of ['a', 'b', 'c']) await first.append([changeOf(key)])
  await first.close()
  const path = join(placesIn(folder).journal, nameOfSegment(1))
  const text = (await readFile(path, 'latin1')).replace('"key":"b"', '"key":"x"')
  await writeFile(path, text, 'latin1')
  await appendFile(path, Buffer.alloc(5000))
  const second = await openWriter(folder)
  expect(second.state()).toMatchObject({ lastNumber: 3, tornBytes: 5000 })
  await second.append([changeOf('d')])
  expect(await journalIn(folder)).toEqual({ keys: ['a', 'c', 'd'], numbers: [1, 3, 4], damage: 1 })
})

it('reads only the end of a long journal when it opens', async () => {
  const folder = await temporaryFolder()
  const first = await openWriter(folder)
  for (let index = 0; index < 10; index += 1) {
    await first.append(Array.from({ length: 100 }, (_, at) => changeOf(`${index} ${at}`, 'x'.repeat(1000))))
  }
  await first.append([changeOf('last')])
  await first.close()
  let read = 0
  const disk = diskWith((file) => ({
    read: async (...wanted) => {
      const done = await file.read(...wanted)
      read += done.bytesRead
      return done
    },
  }))
  expect((await openWriter(folder, { disk })).state().lastNumber).toBe(11)
  expect(read).toBeLessThanOrEqual(64 * 1024)
})

it('takes its id from its files when home.json is lost, empty or torn', async () => {
  const folder = await temporaryFolder()
  const first = await openWriter(folder)
  await first.append([changeOf('a')])
  const { homeId } = first.state()
  await first.close()
  for (const text of [null, '', '{"form']) {
    if (text === null) await rm(placesIn(folder).identity)
    else await writeFile(placesIn(folder).identity, text)
    const again = await openWriter(folder)
    expect(again.state()).toMatchObject({ homeId, lastNumber: 1, trouble: null })
    await again.close()
  }
})

it('leaves a home of a newer version alone', async () => {
  const folder = await temporaryFolder()
  await writeFile(
    placesIn(folder).identity,
    '{"format":"earmark-home","version":2,"homeId":"0195a000-0000-7000-8000-000000000001"}',
  )
  const writer = await openWriter(folder)
  expect(writer.state().trouble?.code).toBe('newer')
  expect(await writer.append([changeOf('a')])).toMatchObject({ ok: false, problem: { code: 'second-home' } })
  expect(await readdir(folder)).toEqual(['home.json'])
})

it('removes what writers left unfinished', async () => {
  const folder = await temporaryFolder()
  const first = await openWriter(folder)
  await first.append([changeOf('a')])
  await first.close()
  const left = join(placesIn(folder).journal, `${nameOfSegment(2)}.part`)
  await writeFile(left, 'half')
  await openWriter(folder)
  expect(await readdir(placesIn(folder).journal)).toEqual([nameOfSegment(1)])
})

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
