import type { IpcMainInvokeEvent } from 'electron'
import { describe, expect, it } from 'vitest'
import { type Handlers, openGate } from '../../../electron/ipc/gate.ts'
import { callChannel } from '../../../shared/ipc/channels.ts'
import { failure, success } from '../../../shared/result.ts'

type Listener = (event: IpcMainInvokeEvent, ...given: unknown[]) => unknown

const notAsked = () => failure('internal', 'not asked in this test')

function gateWith(handlers: Partial<Handlers>, ours = true) {
  const logged: string[] = []
  const listeners = new Map<string, Listener>()
  openGate({
    ipc: { handle: (channel, listener) => void listeners.set(channel, listener) },
    isOurPage: () => ours,
    log: { warn: (text) => logged.push(text), error: (text) => logged.push(text) },
    handlers: {
      'app.start': notAsked,
      'app.listening': notAsked,
      'app.ready-to-close': notAsked,
      'app.open-outside': notAsked,
      'app.report-fault': notAsked,
      'settings.change': notAsked,
      'connectivity.check': notAsked,
      'podcast.look-up': notAsked,
      'sync.pull': notAsked,
      'audio.find': notAsked,
      'audio.open': notAsked,
      'audio.choose-file': notAsked,
      'downloads.list': notAsked,
      'downloads.start': notAsked,
      'downloads.remove': notAsked,
      'transcription.send': notAsked,
      ...handlers,
    },
  })
  const event = { senderFrame: { url: 'https://elsewhere.example/' } } as unknown as IpcMainInvokeEvent
  return { logged, call: (...given: unknown[]) => listeners.get(callChannel)?.(event, ...given) }
}

describe('the gate', () => {
  it('hands parsed arguments to the handler and its answer back', async () => {
    const { call } = gateWith({ 'connectivity.check': () => success({ reachable: true }) })
    expect(await call('connectivity.check', null)).toEqual(success({ reachable: true }))
  })

  it('refuses a sender that is not our page before it looks at anything else', async () => {
    const { call, logged } = gateWith({ 'connectivity.check': () => success({ reachable: true }) }, false)
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

  it.each([
    [
      'audio.open',
      { episodeId: '../../etc/passwd', location: { kind: 'remote', url: 'https://a.example/a.mp3' } },
    ],
    ['audio.open', { episodeId: 'a/b', location: { kind: 'remote', url: 'file:///etc/passwd' } }],
    ['audio.open', { episodeId: 'a/b', location: { kind: 'bundled', name: '../secret.mp3' } }],
    ['audio.find', { audio: null, canonicalUrl: 'javascript:alert(1)' }],
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

  it('turns a handler that throws into a problem, and logs the rest', async () => {
    const { call, logged } = gateWith({
      'downloads.list': () => {
        throw new Error('a bug')
      },
    })
    expect(await call('downloads.list', null)).toMatchObject({ problem: { code: 'internal' } })
    expect(logged).toEqual(['the handler of downloads.list threw'])
  })
})
