import { expect, test } from 'vitest'
import { createSendTranscriptionRequest } from '../../../electron/transcription/send.ts'
import { startStandIn } from '../../server/stand-in.ts'
import { closedPort, serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'

const requestId = '0199e6a0-0000-7000-8000-000000000001'
const episodeId = 'show/one'
const built = '/v1/public/podcasts/show/episodes/one/transcription-requests'

function arrange(apiBaseUrl: string) {
  const warnings: string[] = []
  const send = createSendTranscriptionRequest({
    fetcher: testFetcher(),
    apiBaseUrl: () => apiBaseUrl,
    log: { warn: (message) => warnings.push(message) },
  })
  return { send, warnings }
}

test.each([200, 201, 202, 204])('takes %i for accepted, whatever the body says', async (status) => {
  const keys: unknown[] = []
  const { origin, requests } = await serve((request, response) => {
    keys.push(request.headers['idempotency-key'])
    response.writeHead(status).end(status === 204 ? undefined : '<html>whatever')
  })
  expect(await arrange(origin).send({ requestId, episodeId, actionUrl: null })).toEqual({
    ok: true,
    value: { accepted: true },
  })
  expect(requests).toEqual([`POST ${built}`])
  expect(keys).toEqual([requestId])
})

test('takes a 2xx for accepted although its body is cut off', async () => {
  const { origin } = await serve((_request, response) => {
    response.writeHead(202, { 'content-length': 100 })
    response.write('half')
    setTimeout(() => response.destroy(), 5)
  })
  expect(await arrange(origin).send({ requestId, episodeId, actionUrl: null })).toMatchObject({ ok: true })
})

test("goes where the resource's own action says, on the API's origin", async () => {
  const { origin, requests } = await serve((_request, response) => response.writeHead(202).end())
  await arrange(origin).send({ requestId, episodeId, actionUrl: `${origin}/v2/ask` })
  expect(requests).toEqual(['POST /v2/ask'])
})

test('ignores an action address elsewhere, and logs it', async () => {
  const elsewhere = await serve((_request, response) => response.writeHead(202).end())
  const { origin, requests } = await serve((_request, response) => response.writeHead(202).end())
  const { send, warnings } = arrange(origin)
  await send({ requestId, episodeId, actionUrl: `${elsewhere.origin}/take` })
  expect(elsewhere.requests).toEqual([])
  expect(requests).toEqual([`POST ${built}`])
  expect(warnings).toEqual([expect.stringContaining(`${elsewhere.origin}/take`)])
})

test.each([
  [404, 'not-found'],
  [403, 'refused'],
  [409, 'rejected'],
  [422, 'rejected'],
  [429, 'rate-limited'],
  [503, 'server-error'],
])('answers %i as %s, after one try', async (status, code) => {
  const { origin, requests } = await serve((_request, response) =>
    response.writeHead(status, { 'retry-after': '30' }).end(),
  )
  const answer = await arrange(origin).send({ requestId, episodeId, actionUrl: null })
  expect(answer).toMatchObject({ ok: false, problem: { code, retryAfterSeconds: 30 } })
  expect(requests).toHaveLength(1)
})

test('is unreachable when nothing answers', async () => {
  const answer = await arrange(`http://127.0.0.1:${await closedPort()}`).send({
    requestId,
    episodeId,
    actionUrl: null,
  })
  expect(answer).toMatchObject({ ok: false, problem: { code: 'unreachable' } })
})

test('arrives at the stand-in under its key, at an address with a path of its own', async () => {
  const server = await startStandIn({ podcasts: 1, episodesPerPodcast: 3 })
  try {
    const podcastSlug = server.podcasts[0]?.slug ?? ''
    const { slug } = server.episode(podcastSlug, 0)
    const { send } = arrange(`${server.url}/`)
    const answer = await send({ requestId, episodeId: `${podcastSlug}/${slug}`, actionUrl: null })
    expect(answer).toMatchObject({ ok: true })
    expect(server.transcriptionRequests).toMatchObject([{ episodeSlug: slug, idempotencyKey: requestId }])
  } finally {
    await server.stop()
  }
})
