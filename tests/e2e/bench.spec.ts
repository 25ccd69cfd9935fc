import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { type Figure, figureSchema } from '../bench/figure.ts'

const run = promisify(execFile)

// How fast it is here is nobody's concern: that each benchmark runs, and that all it prints on standard output is one
// array of figures that can be read.

async function figuresOf(...asked: string[]): Promise<ReadonlyMap<string, Figure>> {
  const { stdout } = await run(process.execPath, ['tests/bench/main.ts', ...asked, '--json', '--rounds', '1'])
  const figures = z.array(figureSchema).parse(JSON.parse(stdout))
  const byMetric = new Map(figures.map((figure) => [figure.metric, figure]))
  expect(byMetric.size).toBe(figures.length)
  return byMetric
}

test.setTimeout(420_000)

test('the benchmark of a sync', async () => {
  const figures = await figuresOf('sync', '--size', '50')
  expect(figures.get('first sync, episodes')?.value).toBe(50)
  expect(figures.get('unchanged sync, bodies sent by the service')?.ok).toBe(true)
  for (const metric of ['applying alone, beside bulkPut with indexes', 'applying alone, beside raw puts']) {
    expect(figures.get(metric)).toMatchObject({ unit: 'episodes/s', ok: expect.any(Boolean) })
  }
})

test('the benchmark of the second home', async () => {
  const figures = await figuresOf('journal', '--size', '50', '--strokes', '3', '--starts', '1')
  expect(figures.get('notes in the library')?.value).toBe(50)
  for (const metric of ['key press to “Saved”, 95th percentile', 'archive as a zip, import']) {
    expect(figures.get(metric)).toMatchObject({ ok: expect.any(Boolean) })
  }
})

test('the benchmark of a large library', async () => {
  const figures = await figuresOf('library', '--size', '40', '--starts', '1', '--rest', '1')
  expect(figures.get('episodes in the library')?.value).toBe(40)
  expect(figures.get('searches')?.value).toBe(200)
  for (const metric of [
    'start to a list that answers, median, beside a bare window',
    'memory of all processes at rest, beside a bare window',
    'topic filter on, 95th percentile',
    'frames within twice the empty list’s',
    'first sync to searchable, tasks over 50 ms on the page',
    'key press to results, 95th percentile',
  ]) {
    expect(figures.get(metric)).toMatchObject({ yardstick: expect.any(Number), ok: expect.any(Boolean) })
  }
})

test('the benchmark of the search', async () => {
  const figures = await figuresOf('search', '--size', '20')
  expect(figures.get('searches')?.value).toBe(200)
  expect(figures.get('key press to results, 95th percentile')).toMatchObject({ ok: expect.any(Boolean) })
})

test('the benchmark of the player', async () => {
  const figures = await figuresOf('player', '--size', '2')
  expect(figures.get('episodes played in turn')?.value).toBe(2)
  for (const played of ['a file', 'a stream']) {
    expect(figures.get(`${played}: click on a chapter to “seeked”, median`)).toMatchObject({
      unit: 'ms',
      ok: expect.any(Boolean),
    })
  }
})

test('the benchmark of very many notes', async () => {
  const figures = await figuresOf('notes', '--size', '120')
  expect(figures.get('notes in the library')?.value).toBe(120)
  for (const metric of ['opening takeaways to try, main thread', 'export, Markdown folder, unchanged']) {
    expect(figures.get(metric)).toMatchObject({ value: expect.any(Number), ok: expect.any(Boolean) })
  }
  expect(figures.get('starring all, false alarms about the disk')?.ok).toBe(true)
})
