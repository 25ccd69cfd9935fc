import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { afterFailedStart, startSucceeded } from '../../../renderer/shell/failed-start.tsx'
import { failure, success } from '../../../shared/result.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'

const thrownAway = new DOMException('The transaction was aborted.', 'AbortError')
const reload = vi.fn()
let bridge: FakeBridge

beforeEach(() => {
  reload.mockReset()
  vi.stubGlobal('location', { reload })
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  bridge = fakeBridge({
    'app.report-fault': () => success(null),
    'database.give-up': () => success(null),
  })
})

/** What the page does: it begins anew and never says what to show, or it shows something. */
async function outcome(fault: unknown): Promise<string> {
  const shown = afterFailedStart(fault).then((page) => renderToStaticMarkup(page))
  const reloaded = vi.waitFor(() => expect(reload).toHaveBeenCalled()).then(() => 'reloaded')
  const first = await Promise.race([shown, reloaded.catch(() => shown)])
  reload.mockReset()
  return first
}

test('a start that a damaged database ended is tried once more, then with an empty one, and then it is told', async () => {
  expect(await outcome(thrownAway)).toBe('reloaded')
  expect(bridge.inputsOf('database.give-up')).toHaveLength(0)
  expect(await outcome(thrownAway)).toBe('reloaded')
  expect(bridge.inputsOf('database.give-up')).toHaveLength(1)
  bridge.answers['database.give-up'] = () => failure('disk-full', 'The disk has no room.')
  expect(await outcome(thrownAway)).toContain('The disk has no room.')
})

test('after a start that came to its end, a later one is tried once more again', async () => {
  await outcome(thrownAway)
  startSucceeded()
  expect(await outcome(thrownAway)).toBe('reloaded')
  expect(bridge.inputsOf('database.give-up')).toHaveLength(0)
})

test('a bug is told, and the database is left alone', async () => {
  expect(await outcome(new TypeError('x is not a function'))).toContain('went wrong')
  expect(bridge.inputsOf('app.report-fault')).toMatchObject([{ message: 'TypeError: x is not a function' }])
  expect(bridge.inputsOf('database.give-up')).toHaveLength(0)
})
