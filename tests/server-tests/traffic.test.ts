import { request } from 'node:http'
import { expect, it } from 'vitest'
import { asking, episodesPath, risks } from './asking.ts'

const standIn = asking()

it('is counted: requests by status, and bytes with and without their headers', async () => {
  expect(standIn.server.traffic()).toMatchObject({ requests: 0, byStatus: {}, bodyBytes: 0, sentBytes: 0 })
  const { headers, text } = await standIn.ask(episodesPath)
  const body = Buffer.byteLength(text)
  const counted = expect.poll(() => standIn.server.traffic())
  await counted.toMatchObject({ requests: 1, byStatus: { 200: 1 }, bodyBytes: body })

  await standIn.ask(episodesPath, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
  await standIn.ask(`${episodesPath}/not-there`)
  await expect.poll(() => standIn.server.traffic().bodyBytes).toBeGreaterThan(body)
  const { byStatus, bodyBytes, sentBytes, receivedBytes } = standIn.server.traffic()
  expect(byStatus).toEqual({ 200: 1, 304: 1, 404: 1 })
  expect(sentBytes).toBeGreaterThan(bodyBytes + 300)
  expect(receivedBytes).toBeGreaterThan(300)
})

it('counts every byte of a connection that has closed', async () => {
  const { promise, resolve } = Promise.withResolvers<number>()
  const asked = request(`${standIn.server.url}${episodesPath}/${risks}`, { agent: false }, (response) => {
    const { socket } = response
    response.resume()
    socket.once('close', () => resolve(socket.bytesRead))
  })
  asked.end()
  const arrived = await promise
  await expect.poll(() => standIn.server.traffic().sentBytes).toBe(arrived)
})

it('counts of an answer that was cut off what was sent', async () => {
  const whole = Buffer.byteLength((await standIn.ask(episodesPath)).text)
  standIn.server.break('A3', { answer: 'cut-off' })
  await standIn.ask(episodesPath).catch(() => undefined)
  await expect.poll(() => standIn.server.requests[1]?.bodyBytes).toBe(Math.floor(whole / 2))
})
