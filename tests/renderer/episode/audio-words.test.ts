import { expect, test } from 'vitest'
import { anotherAudioHelps, audioWords } from '../../../renderer/episode/audio-words.ts'

const remote = { kind: 'remote', url: 'https://media.example.com:8443/a.mp3?token=1' } as const

test('says whose audio it is without showing its whole address', () => {
  expect(audioWords({ location: remote, origin: 'page' })).toBe(
    'media.example.com:8443, found on the publisher’s page.',
  )
  expect(audioWords({ location: remote, origin: 'feed', matchedBy: 'title' })).toBe(
    'media.example.com:8443, found in the podcast’s feed by its title.',
  )
  expect(audioWords({ location: remote, origin: 'feed', matchedBy: 'guid' })).toContain('by its address')
  expect(audioWords({ location: remote, origin: 'resource' })).toContain('as the service says')
  expect(audioWords({ location: remote, origin: 'person' })).toContain('which you gave')
  const file = { kind: 'local', fileId: '0190a0b0-0000-7000-8000-000000000000', name: 'talk.mp3' } as const
  expect(audioWords({ location: file, origin: 'person' })).toBe('talk.mp3, which you chose.')
})

test('another address is offered when there is no audio, and not when the network is gone', () => {
  expect(anotherAudioHelps('no-audio')).toBe(true)
  expect(anotherAudioHelps('not-audio')).toBe(true)
  expect(anotherAudioHelps('unreachable')).toBe(false)
})
