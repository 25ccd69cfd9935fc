import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startConnectivity, useConnectivity } from '../../../renderer/connectivity/store.ts'
import { success } from '../../../shared/result.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'

let bridge: FakeBridge
let system: { onLine: boolean }
let stop = (): void => undefined

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  bridge = fakeBridge({ 'connectivity.check': () => success({ reachable: true }) })
  system = { onLine: true }
  vi.stubGlobal('navigator', system)
  vi.stubGlobal('window', new EventTarget())
})

afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function systemSays(signal: 'online' | 'offline'): void {
  system.onLine = signal === 'online'
  window.dispatchEvent(new Event(signal))
}

const shown = () => useConnectivity.getState()
const withoutSystem = { online: false, cause: 'system' }
const withoutService = { online: false, cause: 'service' }
const online = { online: true, cause: null }
const checks = () => bridge.inputsOf('connectivity.check').length

test('starts with what the main process knows', () => {
  stop = startConnectivity(false)
  expect(shown()).toEqual(withoutService)
  stop()
  stop = startConnectivity(true)
  expect(shown()).toEqual(online)
  expect(checks()).toBe(0)
})

test('follows the service as requests fail and succeed', () => {
  stop = startConnectivity(true)
  bridge.emit('connectivity.changed', { reachable: false })
  expect(shown()).toEqual(withoutService)
  bridge.emit('connectivity.changed', { reachable: true })
  expect(shown()).toEqual(online)
})

test('is offline at once when the system says so, and online again when the service answers', async () => {
  stop = startConnectivity(true)
  systemSays('offline')
  expect(shown()).toEqual(withoutSystem)
  systemSays('online')
  await vi.waitFor(() => expect(shown()).toEqual(online))
  expect(checks()).toBe(1)
})

test('a network without the service is told apart from no network', async () => {
  stop = startConnectivity(true)
  systemSays('offline')
  bridge.emit('connectivity.changed', { reachable: false })
  expect(shown()).toEqual(withoutSystem)
  bridge.answers['connectivity.check'] = () => success({ reachable: false })
  systemSays('online')
  await vi.waitFor(() => expect(shown()).toEqual(withoutService))
})

test('a system that says “offline” at the start though the service answers is not believed', async () => {
  system.onLine = false
  stop = startConnectivity(true)
  expect(shown()).toEqual(withoutSystem)
  await vi.waitFor(() => expect(shown()).toEqual(online))
})

test('doubts an “offline” that is never taken back, and asks again as long as it stands', async () => {
  bridge.answers['connectivity.check'] = () => success({ reachable: false })
  stop = startConnectivity(true)
  systemSays('offline')
  await vi.advanceTimersByTimeAsync(61_000)
  expect(checks()).toBe(1)
  expect(shown()).toEqual(withoutSystem)
  bridge.answers['connectivity.check'] = () => success({ reachable: true })
  await vi.advanceTimersByTimeAsync(61_000)
  expect(shown()).toEqual(online)
})

test('an answer that was overtaken by a newer signal counts for nothing', async () => {
  let answer = (): void => undefined
  bridge.answers['connectivity.check'] = () =>
    new Promise((resolve) => {
      answer = () => resolve(success({ reachable: true }))
    })
  stop = startConnectivity(true)
  systemSays('offline')
  systemSays('online')
  await vi.waitFor(() => expect(checks()).toBe(1))
  systemSays('offline')
  answer()
  await vi.advanceTimersByTimeAsync(10)
  expect(shown()).toEqual(withoutSystem)
})

test('hears nothing more once it is stopped', () => {
  stop = startConnectivity(true)
  stop()
  systemSays('offline')
  expect(shown()).toEqual(online)
  expect(bridge.listeners()).toBe(0)
})
