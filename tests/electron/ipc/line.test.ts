import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import type { Handlers } from '../../../electron/ipc/call-desk.ts'
import { serveLine } from '../../../electron/ipc/line.ts'
import type { FromMain } from '../../../shared/ipc/line.ts'
import { failure, success } from '../../../shared/result.ts'
import { noHandlers } from './no-handlers.ts'

const id = '3f0c8a52-6a7e-4c56-9f0e-0d8a4b7c1a10'

/** A port whose other end is the test's. */
class FakePort extends EventEmitter {
  readonly sent: FromMain[] = []
  readonly start = vi.fn()
  readonly close = vi.fn()
  postMessage(message: FromMain): void {
    this.sent.push(message)
  }
  hear(data: unknown): void {
    this.emit('message', { data })
  }
}

function lineWith(handlers: Partial<Handlers>) {
  const port = new FakePort()
  const logged: string[] = []
  serveLine(port, {
    handlers: { ...noHandlers, ...handlers },
    log: { warn: (text) => logged.push(text), error: (text) => logged.push(text) },
  })
  return { port, logged }
}

test('answers what a worker may ask, under the id it was asked with', async () => {
  const { port } = lineWith({ 'downloads.list': () => success([]) })
  port.hear({ kind: 'call', id, name: 'downloads.list', input: null })
  await vi.waitFor(() => expect(port.sent).toEqual([{ id, answer: success([]) }]))
  expect(port.start).toHaveBeenCalledOnce()
})

test.each([
  ['a call that only the page may make', { kind: 'call', id, name: 'settings.change', input: {} }],
  ['a call without an id', { kind: 'call', name: 'downloads.list', input: null }],
  ['nothing it knows', { kind: 'shout' }],
  ['nothing at all', null],
])('refuses %s, and says so in the log', (_what, message) => {
  const change = vi.fn(() => failure('internal', 'never asked'))
  const { port, logged } = lineWith({ 'settings.change': change, 'downloads.list': change })
  port.hear(message)
  expect(logged).toHaveLength(1)
  expect(change).not.toHaveBeenCalled()
  expect(port.sent).toEqual([])
})

test('parses the argument as the page’s own calls are parsed', async () => {
  const { port } = lineWith({})
  port.hear({ kind: 'call', id, name: 'sync.pull', input: { podcastSlug: 7 } })
  await vi.waitFor(() =>
    expect(port.sent).toMatchObject([{ answer: { problem: { code: 'bad-arguments' } } }]),
  )
})

test.each([
  ['a word for it', (port: FakePort) => port.hear({ kind: 'cancel', id })],
  ['the end of the worker', (port: FakePort) => port.emit('close')],
])('takes a call back at %s', (_why, end) => {
  let signal: AbortSignal | null = null
  const { port } = lineWith({
    'downloads.list': (_input, given) => {
      signal = given
      return new Promise(() => {})
    },
  })
  port.hear({ kind: 'call', id, name: 'downloads.list', input: null })
  expect(signal).toMatchObject({ aborted: false })
  end(port)
  expect(signal).toMatchObject({ aborted: true })
})
