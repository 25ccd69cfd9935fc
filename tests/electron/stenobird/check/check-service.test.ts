import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { type StandIn, type StandInOptions, startStandIn } from '../../../server/stand-in.ts'
import { runCheck } from './run-check.ts'

const reportSchema = z.object({
  id: z.string().nullable(),
  title: z.string(),
  rows: z.array(
    z.object({
      row: z.string(),
      request: z.string(),
      outcome: z.enum(['understood', 'answered', 'no-answer', 'not-tried']),
      understood: z.array(z.string()),
      missing: z.array(z.string()),
      note: z.string(),
    }),
  ),
})

const episode = 'day-two-devops/d2do295-risks-and-benefits'

async function arrange(options: StandInOptions = {}): Promise<StandIn> {
  const server = await startStandIn({ podcasts: 1, episodesPerPodcast: 3, ...options })
  onTestFinished(() => server.stop())
  return server
}

async function check(server: Pick<StandIn, 'url'>, ...args: string[]) {
  const { code, output, errors } = await runCheck(['--base', server.url, ...args])
  const { rows, ...report } = reportSchema.parse(JSON.parse(output))
  const outcomes = Object.fromEntries(rows.map(({ row, outcome }) => [row, outcome]))
  return { code, errors, report, rows, outcomes }
}

test('every row is told, and nothing that asks for work is sent', async () => {
  const server = await arrange()
  const { code, outcomes, report, errors } = await check(server, episode)
  expect(code).toBe(0)
  expect(report.id).toBe(episode)
  expect(Object.keys(outcomes)).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'A1', 'A2', 'A3', 'A4', 'A5'])
  const { K3, K4, K5, ...read } = outcomes
  expect([K3, K4, K5]).toEqual(['not-tried', 'not-tried', 'not-tried'])
  expect(new Set(Object.values(read))).toEqual(new Set(['understood']))
  expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  expect(errors).toMatch(/^K3 {2}not tried/m)
})

test('with --send a request and a preview are sent, and the preview is followed to its result', async () => {
  const server = await arrange()
  const audio = server.audioUrl('day-two-devops', 'd2do295-risks-and-benefits')
  const { code, rows } = await check(server, episode, '--send', '--audio', audio)
  expect(code).toBe(0)
  expect(rows.filter(({ outcome }) => outcome !== 'understood')).toEqual([])
  expect(rows.find(({ row }) => row === 'K5')?.understood).toEqual(
    expect.arrayContaining(['result_ready', 'event done', 'result text']),
  )
  expect(server.transcriptionRequests).toHaveLength(1)
  expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
  expect(server.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
})

test('a podcast alone is checked by its newest episode', async () => {
  const server = await arrange({ podcasts: 2 })
  const { code, report } = await check(server, 'day-two-devops')
  expect(code).toBe(0)
  expect(report.id).toMatch(/^day-two-devops\/./)
})

test('with the known part alone the episode is understood, and what is missing says so', async () => {
  const server = await arrange({ markdownLayout: 'run-together' })
  server.onlyKnown()
  const { code, outcomes } = await check(server, `${server.url}/podcast/${episode}`)
  expect(code).toBe(0)
  expect(outcomes).toMatchObject({ K1: 'understood', K2: 'understood', A3: 'answered', A4: 'answered' })
})

test('a service of web pages alone is no service', async () => {
  const server = await arrange()
  for (const part of ['K1', 'K2', 'A1', 'A2', 'A3', 'A4', 'A5'] as const)
    server.break(part, { answer: 'html' })
  const { code, rows, report } = await check(server, episode)
  expect(code).toBe(1)
  expect(report.title).toBe('')
  expect(rows.filter(({ outcome }) => outcome === 'understood')).toEqual([])
  expect(rows.find(({ row }) => row === 'A4')?.note).toBe('The answer is a web page, not an episode.')
})

test('roads that say different things are told apart', async () => {
  const server = await arrange()
  const { rows } = await check(server, episode)
  expect(rows.filter(({ note }) => note.startsWith('Differs'))).toEqual([])
  const other = server.publish('day-two-devops', { title: 'Quite another one' })
  server.break('K2', { redirectTo: server.episodeUrl('day-two-devops', other.slug) })
  const after = await check(server, episode)
  expect(after.rows.find(({ row }) => row === 'K2')?.note).toMatch(/^Differs from A4 in title/)
})

test('a host that is not there ends soon, with its sentence', async () => {
  const server = await arrange()
  await server.stop()
  const { code, outcomes, rows } = await check(server, episode)
  expect(code).toBe(1)
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['no-answer', 'not-tried']))
  expect(rows.find(({ row }) => row === 'A3')?.note).toMatch(/does not take connections/)
})

test('addresses of this machine are refused unless the base is one', async () => {
  const { code, errors } = await runCheck(['--base', 'http://10.0.0.1', episode])
  expect(code).toBe(1)
  expect(errors).toMatch(/does not fetch from there/)
})

test('a command line that makes no sense is answered with a sentence', async () => {
  const { code, output, errors } = await runCheck(['--file', 'x', 'a/b'])
  expect({ code, output }).toEqual({ code: 2, output: '' })
  expect(errors).toMatch(/^[^\n]{10,}\n.*--help/)
})
