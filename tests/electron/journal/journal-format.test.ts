import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listSegments, listSnapshots } from '../../../electron/journal/folder.ts'
import { readContent } from '../../../electron/journal/format/contents.ts'
import { encodeRecord } from '../../../electron/journal/format/record.ts'
import { numbersIn, scanned } from './format/journal-bytes.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { damage, noteChange, openTestHome, passUntilSnapshot } from './test-home.ts'

const page = await readFile('docs/journal-format.md', 'utf8')
const codeAfter = (heading: string): string => {
  const [, text = ''] = page.split(`## ${heading}\n`)
  return /```\w*\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
}
const example = Buffer.from(codeAfter('An example'))
const reader = codeAfter('A reader')

const hasPython = spawnSync('python3', ['--version']).status === 0
const withPython = { skip: !hasPython }
const named = (name: string): string => (hasPython ? name : `${name} (not run: there is no python3)`)

async function readByPython(...paths: string[]): Promise<{ key: string; row: { body: string } }[]> {
  const program = join(await temporaryFolder(), 'reader.py')
  await writeFile(program, reader)
  const { stdout, stderr } = spawnSync('python3', [program, ...paths], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
}

it('shows an example whose every byte is as it is written', async () => {
  const found = await scanned(example)
  expect(numbersIn(found)).toEqual([1, 2])
  expect(found.every(({ kind }) => kind === 'content')).toBe(true)
  const lines = example.toString('utf8').trimEnd().split('\n')
  const again = lines.map((line) => encodeRecord(JSON.parse(line.slice(line.indexOf('{')))))
  expect(Buffer.concat(again)).toEqual(example)
  expect(readContent(Buffer.from((lines[0] ?? '').slice(13)))?.is).toBe('journal')
})

it('has a reader of about thirty lines', () => {
  expect(reader.trimEnd().split('\n').length).toBeLessThanOrEqual(34)
})

it(named('has a reader that reads the example'), withPython, async () => {
  const path = join(await temporaryFolder(), 'example.journal')
  await writeFile(path, example)
  expect(await readByPython(path)).toMatchObject([{ row: { body: 'Four minutes, “not more”. \ud83e' } }])
})

it(named('has a reader that reads a home as Earmark does, also a damaged one'), withPython, async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha'), noteChange('gone', 'x')])
  await passUntilSnapshot(test)
  await test.home.append([noteChange('a', 'alpha two 🫖', 1), noteChange('gone', null, 1)])
  await test.home.append([noteChange('b', 'line\nfeeds\u2028\0')])
  const files = [...(await listSnapshots(test.folder)), ...(await listSegments(test.folder))]
  const paths = files.map(({ path }) => path)
  const bodies = async (): Promise<string[]> =>
    (await readByPython(...paths)).map(({ row }) => row.body).sort()
  expect(await bodies()).toEqual(['alpha two 🫖', 'line\nfeeds\u2028\0'])
  await damage(paths.at(-1) ?? '', 'alpha two')
  expect(await bodies()).toEqual(['alpha', 'line\nfeeds\u2028\0', 'x'])
})
