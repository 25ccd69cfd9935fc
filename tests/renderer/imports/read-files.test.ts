import { expect, test } from 'vitest'
import { readFiles } from '../../../renderer/imports/tasks/read-files.ts'
import { textFile } from './given-files.ts'

/** A file that says how large it is, and is not that large. */
function fileOf(bytes: number, name: string): File {
  return Object.defineProperty(textFile(name, 'Highlight,Title\na,b\n'), 'size', { value: bytes })
}

test('of files that are too large together, those are read that fit, and the rest is said', async () => {
  const shown: number[] = []
  const files = Array.from({ length: 5 }, (_, index) => fileOf(49_000_000, `${index}.csv`))
  const read = await readFiles(files, (done) => shown.push(done))
  expect(read.files.map(({ kind }) => kind)).toEqual(['read', 'read', 'read', 'read', 'refused'])
  expect(read.files.at(-1)).toMatchObject({ reason: expect.stringMatching(/larger than 200 MB.*afterwards/) })
  expect(shown.at(-1)).toBe(1)
})

test('a file that is gone by now is told of, and costs none of the others', async () => {
  const gone = Object.defineProperty(textFile('gone.csv', ''), 'arrayBuffer', {
    value: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  })
  const read = await readFiles([gone, textFile('mine.csv', 'Highlight,Title\na,b\n')], () => undefined)
  expect(read.notes).toHaveLength(1)
  expect(read.files[0]).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/could not be read/) })
})
