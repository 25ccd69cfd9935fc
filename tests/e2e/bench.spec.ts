import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { figureSchema } from '../bench/figure.ts'

const run = promisify(execFile)

// How fast it is here is nobody's concern: that it runs, and that what it prints can be read.
test('the benchmark of a sync prints one array of figures, and nothing else, on standard output', async () => {
  test.setTimeout(180_000)
  const { stdout } = await run(process.execPath, [
    'tests/bench/main.ts',
    ...['sync', '--json', '--size', '50', '--rounds', '1'],
  ])
  const figures = z.array(figureSchema).parse(JSON.parse(stdout))
  const byMetric = new Map(figures.map((figure) => [figure.metric, figure]))
  expect(byMetric.size).toBe(figures.length)
  expect(byMetric.get('first sync, episodes')?.value).toBe(50)
  expect(byMetric.get('unchanged sync, bodies sent by the service')?.ok).toBe(true)
  for (const metric of ['applying alone, beside bulkPut with indexes', 'applying alone, beside raw puts']) {
    expect(byMetric.get(metric)).toMatchObject({ unit: 'episodes/s', ok: expect.any(Boolean) })
  }
})

test('the benchmark of the second home prints its figures likewise', async () => {
  test.setTimeout(420_000)
  const { stdout } = await run(process.execPath, [
    'tests/bench/main.ts',
    ...['journal', '--json', '--size', '50', '--rounds', '1', '--strokes', '3', '--starts', '1'],
  ])
  const figures = z.array(figureSchema).parse(JSON.parse(stdout))
  const byMetric = new Map(figures.map((figure) => [figure.metric, figure]))
  expect(byMetric.size).toBe(figures.length)
  expect(byMetric.get('notes in the library')?.value).toBe(50)
  for (const metric of ['key press to “Saved”, 95th percentile', 'archive as a zip, import']) {
    expect(byMetric.get(metric)).toMatchObject({ ok: expect.any(Boolean) })
  }
})

test('the benchmark of the player prints its figures likewise', async () => {
  test.setTimeout(420_000)
  const { stdout } = await run(process.execPath, [
    'tests/bench/main.ts',
    ...['player', '--json', '--size', '2', '--rounds', '1'],
  ])
  const figures = z.array(figureSchema).parse(JSON.parse(stdout))
  const byMetric = new Map(figures.map((figure) => [figure.metric, figure]))
  expect(byMetric.size).toBe(figures.length)
  expect(byMetric.get('episodes played in turn')?.value).toBe(2)
  for (const played of ['a file', 'a stream']) {
    expect(byMetric.get(`${played}: click on a chapter to “seeked”, median`)).toMatchObject({
      unit: 'ms',
      ok: expect.any(Boolean),
    })
  }
})
