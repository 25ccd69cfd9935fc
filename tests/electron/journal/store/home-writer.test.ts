import { appendFile, cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listSegments, nameOfSegment, placesIn } from '../../../../electron/journal/folder.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { changeOf, diskWith, journalIn, openWriter } from './writer.ts'

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
  // All of the last entry's head and end, and every seventh of the bytes between; `scan` is tested at each.
  const last = (ends[2] ?? 0) + 1
  const lengths = Array.from({ length: bytes.length - last + 4 }, (_, index) => last - 3 + index)
  for (const length of lengths.filter((at) => at < last + 15 || at > bytes.length - 4 || at % 7 === 0)) {
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
  const second = await openWriter(folder, { disk })
  expect(second.state().lastNumber).toBe(11)
  expect(read).toBeLessThanOrEqual(64 * 1024)
  await second.append(Array.from({ length: 100 }, (_, at) => changeOf(`long ${at}`, 'x'.repeat(1000))))
  await second.close()
  read = 0
  expect((await openWriter(folder, { disk })).state().lastNumber).toBe(12)
  expect(read).toBeLessThan(600_000)
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
