import { expect, it } from 'vitest'
import { readLines } from '../../../../electron/journal/format/file-lines.ts'
import type { Line } from '../../../../electron/journal/format/records-in-line.ts'
import { fileOf } from './journal-bytes.ts'

async function linesOf(bytes: Buffer, start = 0, longest?: number): Promise<Line[]> {
  const all: Line[] = []
  for await (const lines of readLines(fileOf(bytes), start, longest)) all.push(...lines)
  return all
}

it('gives lines as they stand, also those that are longer than a read', async () => {
  const texts = ['', 'tea', 'a'.repeat(700_000), '', 'b'.repeat(262_143), 'cake']
  const lines = await linesOf(Buffer.from(`${texts.join('\n')}\n`))
  expect(lines.map(({ bytes }) => bytes.toString())).toEqual(texts)
  expect(lines.every(({ ended }) => ended)).toBe(true)
  let offset = 0
  for (const line of lines) {
    expect(line.offset).toBe(offset)
    offset += line.bytes.length + 1
  }
})

it('tells the rest that has no line feed from the lines', async () => {
  expect(await linesOf(Buffer.from('tea\ncak'), 2)).toMatchObject([
    { offset: 2, ended: true },
    { offset: 4, ended: false },
  ])
  expect(await linesOf(Buffer.alloc(0))).toEqual([])
})

it('takes what has no line feed for very long in pieces', async () => {
  const lines = await linesOf(Buffer.from(`${'a'.repeat(2_000_000)}\ntea\n`), 0, 500_000)
  expect(Math.max(...lines.map(({ bytes }) => bytes.length))).toBeLessThan(1_000_000)
  expect(Buffer.concat(lines.map(({ bytes }) => bytes)).toString()).toBe(`${'a'.repeat(2_000_000)}tea`)
  expect(lines.at(-1)).toMatchObject({ offset: 2_000_001, ended: true })
})
