import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { describe, expect, it } from 'vitest'
import { type CallDesk, type Handlers, openCallDesk } from '../../../electron/ipc/call-desk.ts'
import { openGate } from '../../../electron/ipc/gate.ts'
import { callChannel, cancelChannel } from '../../../shared/ipc/channels.ts'
import { failure, success } from '../../../shared/result.ts'
import { noHandlers } from './no-handlers.ts'

type Listener = (event: IpcMainInvokeEvent, ...given: unknown[]) => unknown

function gateWith(
  handlers: Partial<Handlers>,
  ours: () => boolean = () => true,
  come: Promise<void> = Promise.resolve(),
) {
  const logged: string[] = []
  const log = { warn: (text: string) => logged.push(text), error: (text: string) => logged.push(text) }
  const listeners = new Map<string, Listener>()
  const cancels = new Map<string, (event: IpcMainEvent, ...given: unknown[]) => void>()
  const gate = openGate({
    ipc: {
      handle: (channel, listener) => void listeners.set(channel, listener),
      on: (channel, listener) => cancels.set(channel, listener),
    },
    isOurPage: ours,
    log,
    desk: come.then((): CallDesk => openCallDesk({ handlers: { ...noHandlers, ...handlers }, log })),
  })
  const event = { senderFrame: { url: 'https://elsewhere.example/' } } as unknown as IpcMainInvokeEvent
  const cancel = (id: unknown) => cancels.get(cancelChannel)?.(event as unknown as IpcMainEvent, id)
  return {
    gate,
    cancel,
    logged,
    call: (...given: unknown[]) => listeners.get(callChannel)?.(event, ...given),
  }
}

describe('the gate', () => {
  it('hands parsed arguments to the handler and its answer back', async () => {
    const { call } = gateWith({ 'connectivity.check': () => success({ reachable: true }) })
    expect(await call('connectivity.check', null)).toEqual(success({ reachable: true }))
  })

  it('refuses a sender that is not our page before it looks at anything else', async () => {
    const { call, logged } = gateWith(
      { 'connectivity.check': () => success({ reachable: true }) },
      () => false,
    )
    expect(await call('connectivity.check', null)).toMatchObject({ problem: { code: 'bad-arguments' } })
    expect(logged).toEqual(['refused a call from https://elsewhere.example/'])
  })

  it.each(['no.such.call', '__proto__', 'constructor', 7, null, undefined, {}])(
    'refuses the unknown call %j',
    async (name) => {
      const { call } = gateWith({})
      expect(await call(name, null)).toMatchObject({ problem: { code: 'bad-arguments' } })
    },
  )

  const wantedAudio = {
    audio: null,
    canonicalUrl: null,
    feedUrl: null,
    title: 'An episode',
    publishedAt: null,
    durationSeconds: null,
  }

  it.each([
    [
      'audio.open',
      { episodeId: '../../etc/passwd', location: { kind: 'remote', url: 'https://a.example/a.mp3' } },
    ],
    ['audio.open', { episodeId: 'a/b', location: { kind: 'remote', url: 'file:///etc/passwd' } }],
    ['audio.open', { episodeId: 'a/b', location: { kind: 'bundled', name: '../secret.mp3' } }],
    ['audio.find', { ...wantedAudio, canonicalUrl: 'javascript:alert(1)' }],
    ['audio.find', { ...wantedAudio, feedUrl: 'file:///etc/passwd' }],
    ['sync.pull', { source: 'elsewhere' }],
    ['settings.change', { apiBaseUrl: 'ftp://a.example' }],
    ['settings.change', { skipBackSeconds: 1e9 }],
    ['podcast.look-up', 'a bare string'],
    ['podcast.look-up', { text: 'x'.repeat(5000) }],
    ['transcription.send', { requestId: '1', episodeId: 'a/b', actionUrl: null }],
  ])('refuses arguments of %s that the schema does not know', async (name, input) => {
    const { call, logged } = gateWith({})
    expect(await call(name, input)).toMatchObject({ problem: { code: 'bad-arguments' } })
    expect(logged[0]).toContain(`refused the arguments of ${name}`)
  })

  const untilAborted: Handlers['sync.pull'] = (_request, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(failure('cancelled', 'Stopped.')), { once: true })
    })
  const request = {
    source: 'stenobird',
    podcastSlug: 'a',
    cursor: null,
    updatedSince: null,
    validator: null,
    path: null,
    episodeSlugs: [],
  }

  it('lets go of what it does for a call that the page takes back, and of nothing else', async () => {
    const { call, cancel } = gateWith({ 'sync.pull': untilAborted })
    const [one, other] = [call('sync.pull', request, 'one'), call('sync.pull', request, 'other')]
    cancel({ id: 'other' })
    cancel('one')
    expect(await one).toMatchObject({ problem: { code: 'cancelled' } })
    expect(await Promise.race([other, Promise.resolve('still under way')])).toBe('still under way')
    cancel('other')
    expect(await other).toMatchObject({ problem: { code: 'cancelled' } })
  })

  it('takes nothing back for a sender that is not our page', async () => {
    let ours = true
    const { call, cancel, gate } = gateWith({ 'sync.pull': untilAborted }, () => ours)
    const pulled = call('sync.pull', request, 'one')
    ours = false
    cancel('one')
    expect(await Promise.race([pulled, Promise.resolve('still under way')])).toBe('still under way')
    gate.pageIsGone()
    expect(await pulled).toMatchObject({ problem: { code: 'cancelled' } })
  })

  it('has those wait who come before anybody is there to answer, and takes back what they take back meanwhile', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { call, cancel } = gateWith(
      { 'connectivity.check': () => success({ reachable: true }), 'sync.pull': untilAborted },
      () => true,
      promise,
    )
    const [checked, pulled] = [call('connectivity.check', null), call('sync.pull', request, 'one')]
    cancel('one')
    resolve()
    expect(await checked).toEqual(success({ reachable: true }))
    expect(await pulled).toMatchObject({ problem: { code: 'cancelled' } })
  })

  it('turns a handler that throws into a problem, and logs the rest', async () => {
    const { call, logged } = gateWith({
      'downloads.list': () => {
        throw new Error('a bug')
      },
    })
    expect(await call('downloads.list', null)).toMatchObject({ problem: { code: 'internal' } })
    expect(logged).toEqual(['the handler of downloads.list threw'])
  })

  it('refuses a call under the id of one that is under way, which can still be taken back', async () => {
    let aborted = false
    const { call, cancel } = gateWith({
      'connectivity.check': (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            aborted = true
            resolve(failure('cancelled', 'Stopped.'))
          })
        }),
    })
    const first = call('connectivity.check', null, 'one id')
    expect(await call('app.start', null, 'one id')).toMatchObject({ problem: { code: 'bad-arguments' } })
    cancel('one id')
    expect(await first).toMatchObject({ problem: { code: 'cancelled' } })
    expect(aborted).toBe(true)
  })
})
