import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { allWritten, openJsonFile } from '../../../electron/files/json-file.ts'
import { silentLog } from '../silent-log.ts'

it('writes again once it can, after a write that failed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'json-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'numbers.json')
  const file = await openJsonFile(path, z.array(z.number()), [], silentLog)
  await rm(folder, { recursive: true })
  await expect(file.write([1])).rejects.toThrow()

  await mkdir(folder)
  await file.write([2])
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual([2])
})

it('sets a torn file aside also where nothing may stand in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'json-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'number.json')
  await writeFile(path, '[1')
  await openJsonFile(path, z.array(z.number()).nullable(), null, silentLog)
  expect(await readdir(folder)).toEqual(['number.json.unreadable'])
})

it('removes what writes left that were ended in the middle, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'json-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const others = ['numbers.json', 'numbers.json.unreadable', 'more-numbers.json.part', 'numbers.json.part']
  for (const name of [...others, `numbers.json.${randomUUID()}.part`])
    await writeFile(join(folder, name), '[]')
  await openJsonFile(join(folder, 'numbers.json'), z.array(z.number()), [], silentLog)
  expect((await readdir(folder)).sort()).toEqual(others.sort())
})

it('tells when everything is on the disk that was given to be written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'json-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const paths = ['one.json', 'two.json'].map((name) => join(folder, name))
  for (const path of paths) {
    const file = await openJsonFile(path, z.array(z.number()), [], silentLog)
    void file.write([1])
    void file.write([1, 2])
  }
  await allWritten()
  for (const path of paths) expect(JSON.parse(await readFile(path, 'utf8'))).toEqual([1, 2])
})

it.each([
  ['a text that is no JSON', '[1'],
  ['something else than is to stand there', '["one"]'],
])('says in the log that it sets %s aside, why, and under which name', async (_, text) => {
  const folder = await mkdtemp(join(tmpdir(), 'json-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'numbers.json')
  await writeFile(path, text)
  const warnings: string[] = []
  await openJsonFile(path, z.array(z.number()), [], { warn: (line) => warnings.push(line) })
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toMatch(
    /numbers\.json cannot be used and is kept as numbers\.json\.unreadable: .*expected/,
  )
  expect(await readFile(`${path}.unreadable`, 'utf8')).toBe(text)
})

it('says nothing of a file that is not there yet', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'json-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const warnings: string[] = []
  await openJsonFile(join(folder, 'numbers.json'), z.array(z.number()), [], {
    warn: (line) => warnings.push(line),
  })
  expect(warnings).toEqual([])
})
