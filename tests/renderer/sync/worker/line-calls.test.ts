import { afterEach, expect, test, vi } from 'vitest'
import { createLineCalls } from '../../../../renderer/sync/worker/line-calls.ts'
import type { ToMain } from '../../../../shared/ipc/line.ts'
import { success } from '../../../../shared/result.ts'

const open: MessagePort[] = []
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

/** A line whose other end only keeps what it hears. */
function arrange() {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  const heard: ToMain[] = []
  port2.onmessage = ({ data }) => heard.push(data)
  const line = Promise.withResolvers<MessagePort>()
  return { ask: createLineCalls(line.promise), connect: () => line.resolve(port1), main: port2, heard }
}

const never = new AbortController().signal

test('what is asked before the line is there is asked once it is, and each gets its own answer', async () => {
  const { ask, connect, main, heard } = arrange()
  const answers = [ask('downloads.list', null, never), ask('downloads.list', null, never)]
  connect()
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  const [first, second] = heard
  main.postMessage({ id: second?.id, answer: { ok: false, problem: { code: 'internal', message: 'two' } } })
  main.postMessage({ id: first?.id, answer: success([]) })
  expect(await Promise.all(answers)).toEqual([success([]), expect.objectContaining({ ok: false })])
})

test('taken back, it answers at once, and the main process is told', async () => {
  const { ask, connect, heard } = arrange()
  connect()
  const stop = new AbortController()
  const answer = ask('downloads.list', null, stop.signal)
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  stop.abort()
  expect(await answer).toMatchObject({ problem: { code: 'cancelled' } })
  await vi.waitFor(() => expect(heard.at(-1)).toEqual({ kind: 'cancel', id: heard[0]?.id }))
})

test('what was taken back before it was asked is not asked', async () => {
  const { ask, connect, main, heard } = arrange()
  connect()
  expect(await ask('downloads.list', null, AbortSignal.abort())).toMatchObject({
    problem: { code: 'cancelled' },
  })
  const last = ask('downloads.list', null, never)
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  main.postMessage({ id: heard[0]?.id, answer: success([]) })
  await last
  expect(heard).toHaveLength(1)
})
