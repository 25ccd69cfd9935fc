import { expect, test } from 'vitest'
import { parsePage } from '../../../../electron/archive/reading/parse-page.ts'
import { pack, unpack } from '../../../../shared/packed.ts'

const updatedAt = '2026-03-01T00:00:00.000Z'
const change = { kind: 'queue', key: 'night/a', updatedAt, row: { episodeId: 'night/a', position: 1 } }
const page = (...lines: string[]) =>
  parsePage({ path: 'rows/queue.jsonl', lines: lines.map((line) => Buffer.from(line)) })

test('what goes to the page says what was understood, whatever else a line says', () => {
  const read = page(
    JSON.stringify(change),
    JSON.stringify({ ...change, key: 'night/b', more: 'not ours' }),
    ` ${JSON.stringify({ ...change, key: 'night/c' }).replace('"row"', '"key":"night/d","row"')}\t`,
    `${JSON.stringify({ ...change, key: 'night/e' }).slice(0, -1)},"__proto__":{"a":1}}`,
    '{"kind":"queue"}',
    'no JSON',
  )
  expect(read.unreadable).toBe(2)
  expect(read.changes.map(({ key }) => key)).toEqual(['night/a', 'night/b', 'night/d', 'night/e'])
  expect(unpack(pack(read))).toEqual(read)
  expect(read.changes.map((one) => Object.keys(one).length)).toEqual([4, 4, 4, 4])
})
