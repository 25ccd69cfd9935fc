import { execFile } from 'node:child_process'
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { runCommand } from '../../../../electron/journal/command/run-command.ts'
import { listSegments, listSnapshots } from '../../../../electron/journal/folder.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { damage, noteChange, openTestHome, passUntilSnapshot } from '../test-home.ts'

async function journal(...args: string[]): Promise<{ code: number; out: string; told: string }> {
  const [out, told]: [string[], string[]] = [[], []]
  const code = await runCommand(
    args,
    (line) => out.push(`${line}\n`),
    (line) => told.push(`${line}\n`),
  )
  return { code, out: out.join(''), told: told.join('') }
}

/** A home with a snapshot of two notes, and a third one since. */
async function arranged() {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha'), noteChange('b', 'beta')])
  await passUntilSnapshot(test)
  await test.home.append([noteChange('c', 'gamma')])
  await test.home.append([noteChange('a', null, 1)])
  await test.home.close({ withSnapshot: false })
  const [segments, snapshots] = [await listSegments(test.folder), await listSnapshots(test.folder)]
  return {
    folder: test.folder,
    segment: segments.at(-1)?.path ?? '',
    snapshot: snapshots[0]?.path ?? '',
    out: join(await temporaryFolder(), 'rescued'),
  }
}

const rowsIn = (text: string): { key: string; row: unknown }[] =>
  text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))

it('lists what is in a file, and says that it is whole', async () => {
  const { segment, snapshot } = await arranged()
  const listed = await journal(segment)
  expect(listed).toMatchObject({ code: 0, told: '' })
  expect(listed.out).toContain('from entry 2 on')
  expect(listed.out).toMatch(/entry 2, .*: 1 annotations\n/)
  expect(listed.out).toContain('entry 3,')
  expect(listed.out).toContain('in all: 1 annotations, 1 annotations deleted; the file is whole')
  expect(await journal(snapshot)).toMatchObject({ code: 0 })
})

it('takes a whole folder', async () => {
  const { folder } = await arranged()
  const listed = await journal(folder)
  expect(listed.code).toBe(0)
  expect(listed.out).toContain('up to entry 1')
  expect(listed.out).toContain('from entry 2 on')
})

it('prints rows as lines of JSON', async () => {
  const { segment } = await arranged()
  const { code, out } = await journal(segment, '--rows')
  expect(code).toBe(0)
  expect(rowsIn(out)).toMatchObject([
    { key: 'c', row: { body: 'gamma' } },
    { key: 'a', row: null },
  ])
})

it('says where a journal is damaged and what is missing, and rescues the rest of it', async () => {
  const { segment, out } = await arranged()
  await damage(segment, 'gamma')
  const listed = await journal(segment)
  expect(listed.code).toBe(1)
  expect(listed.out).toMatch(/damaged: \d+ bytes from byte \d+ on/)
  expect(listed.out).toContain('missing: entry 2')
  expect(listed.out).not.toContain('the file is whole')

  const before = await readFile(segment)
  const rescued = await journal(segment, '--rescue', out)
  expect(rescued.code).toBe(1)
  expect(rescued.told).toContain(`Wrote 1 entries to ${out}.`)
  expect(await readFile(segment)).toEqual(before)
  expect(rowsIn((await journal(out, '--rows')).out)).toMatchObject([{ key: 'a', row: null }])
  expect((await journal(out)).out).toContain('the file is whole')
})

it('rescues a snapshot that was cut, as one that is whole', async () => {
  const { snapshot, out } = await arranged()
  await truncate(snapshot, (await readFile(snapshot)).length - 30)
  expect(await journal(snapshot)).toMatchObject({ code: 1 })
  expect((await journal(snapshot, '--rescue', out)).code).toBe(1)
  expect((await journal(out)).code).toBe(0)
  expect(rowsIn((await journal(out, '--rows')).out).map(({ key }) => key)).toEqual(['a', 'b'])
})

it('rescues a file whose first line is gone', async () => {
  const { segment, snapshot, out } = await arranged()
  for (const path of [segment, snapshot]) {
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(10))
    const listed = await journal(path)
    expect(listed.code).toBe(1)
    expect(listed.out).toContain('the first line, which says what file this is, is not there')
    const rescued = `${out} ${path === segment}`
    await journal(path, '--rescue', rescued)
    expect((await journal(rescued)).code).toBe(0)
    expect(rowsIn((await journal(rescued, '--rows')).out)).toHaveLength(2)
  }
})

it('rescues a whole folder as one snapshot of each row', async () => {
  const { folder, out } = await arranged()
  expect((await journal(folder, '--rescue', out)).code).toBe(0)
  expect(rowsIn((await journal(out, '--rows')).out)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ key: 'a', row: null }),
      expect.objectContaining({ key: 'b' }),
      expect.objectContaining({ key: 'c' }),
    ]),
  )
})

it('says what is wrong with a command line, or a file, and changes nothing', async () => {
  const { folder, segment } = await arranged()
  const [before, names] = [await readFile(segment), await readdir(folder)]
  for (const args of [
    [],
    ['a', 'b'],
    ['a', '--what'],
    ['a', '--rescue', ''],
    ['a', '--rows', '--rescue', 'b'],
    ['gone'],
  ]) {
    const { code, out, told } = await journal(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(told.length).toBeGreaterThan(20)
  }
  expect(await journal(segment, '--rescue', segment)).toMatchObject({ code: 2 })
  expect(await readFile(segment)).toEqual(before)
  expect(await journal('--help')).toMatchObject({ code: 0, told: '' })
  expect(await readdir(folder)).toEqual(names)
})

it('finds nothing of ours in any other file', async () => {
  const folder = await temporaryFolder()
  for (const bytes of ['', 'a letter\nto somebody\n', Buffer.alloc(100_000)]) {
    await writeFile(join(folder, 'letter'), bytes)
    expect((await journal(join(folder, 'letter'))).code).toBe(1)
  }
})

it('is a program, given a path from where the person stands', async () => {
  const { folder, segment } = await arranged()
  await damage(segment, 'gamma')
  const main = resolve('electron/journal/command/main.ts')
  const env = { ...process.env, EARMARK_CALLED_FROM: folder }
  const ended = await new Promise<{ code: unknown; out: string }>((done) => {
    execFile(process.execPath, [main, relative(folder, segment)], { env }, (error, out) =>
      done({ code: error?.code ?? 0, out }),
    )
  })
  expect(ended.code).toBe(1)
  expect(ended.out).toContain('missing: entry 2')
})
