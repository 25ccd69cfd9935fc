import { beforeEach, expect, test, vi } from 'vitest'
import type { LaterParts } from '../../electron/later-parts.ts'
import { openParts, type PartsInput } from '../../electron/parts.ts'
import { silentLog } from './silent-log.ts'

vi.mock('electron', () => ({
  app: { isPackaged: false, getVersion: () => '1' },
  dialog: {},
  Notification: { isSupported: () => false },
  nativeTheme: {},
  powerMonitor: { on: () => undefined },
  screen: { getAllDisplays: () => [] },
  shell: {},
  Menu: {},
}))
vi.mock('../../electron/app/menu.ts', () => ({ installMenu: () => undefined }))
vi.mock('../../electron/journal/upkeep/thread-upkeep.ts', () => ({ createThreadUpkeep: () => ({}) }))
vi.mock('../../electron/journal/second-home.ts', () => ({
  openSecondHome: async () => ({ onChange: () => undefined, close: async () => undefined }),
}))
vi.mock('../../electron/app/settings.ts', () => ({
  openSettings: async () => ({
    read: () => ({ theme: 'system', autoDownloadGigabytes: 1 }),
    apiBaseUrl: () => '',
  }),
}))
vi.mock('../../electron/sync/schedule.ts', () => ({
  openSyncSchedule: async () => {
    await disk.promise
    return { heldUntilMs: () => 0, stop: () => undefined, pageIsGone: () => undefined }
  },
}))
vi.mock('../../electron/media/local-files.ts', () => ({ openLocalFiles: async () => ({}) }))
vi.mock('../../electron/app/window-place.ts', () => ({ openWindowPlace: async () => ({}) }))
vi.mock('../../electron/downloads/downloads.ts', () => ({
  // One that was under way goes on at once.
  openDownloads: async ({ openStream }: { openStream: LaterParts['openStream'] }) => {
    stream = openStream('https://example.org/a.mp3', {}).catch((error: unknown) => error)
    return { stop: async () => undefined }
  },
}))
vi.mock('../../electron/later-parts.ts', () => ({
  openLaterParts: async () => {
    if (failures > 0) {
      failures -= 1
      throw new Error('EMFILE: too many open files')
    }
    return {
      openStream: async () => 'a stream',
      handlers: { 'connectivity.check': () => ({ ok: true, value: { reachable: true } }) },
      stop: async () => undefined,
    }
  },
}))

let failures = 0
let stream: Promise<unknown>
let disk: PromiseWithResolvers<void>

beforeEach(() => {
  failures = 0
  disk = Promise.withResolvers()
})

function opened(): ReturnType<typeof openParts> {
  return openParts({
    dataDirectory: '/nowhere',
    programDirectory: '/nowhere',
    database: { repair: null },
    farewell: {},
    events: { send: () => undefined },
    windowLife: { current: () => null },
    log: silentLog,
  } as unknown as PartsInput)
}

test('a download that goes on while the rest is being opened is given its stream', async () => {
  const opening = opened()
  await vi.waitFor(() => expect(stream).toBeDefined())
  disk.resolve()
  await opening
  expect(await stream).toBe('a stream')
})

test('what could not be opened once is opened when it is asked for again', async () => {
  failures = 1
  disk.resolve()
  const { desk } = await opened()
  expect(await stream).toMatchObject({ message: expect.stringContaining('EMFILE') })
  expect(await desk.answer('connectivity.check', null, 'a')).toMatchObject({ ok: true })
})

test('the app can stop where the later parts could not be opened', async () => {
  failures = 2
  disk.resolve()
  const { desk, stop } = await opened()
  await stream
  expect(await desk.answer('connectivity.check', null, 'a')).toMatchObject({ ok: false })
  await stop()
})
