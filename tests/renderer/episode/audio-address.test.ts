import { expect, test } from 'vitest'
import { readAudioAddress } from '../../../renderer/episode/audio-address.ts'

test.each([
  ['https://media.example.com/a.mp3', 'https://media.example.com/a.mp3'],
  ['  http://127.0.0.1:8080/a.mp3 ', 'http://127.0.0.1:8080/a.mp3'],
  ['media.example.com/a b.mp3', 'https://media.example.com/a%20b.mp3'],
  ['http://localhost/a.mp3', 'http://localhost/a.mp3'],
])('%s is read as %s', (typed, url) => {
  expect(readAudioAddress(typed)).toEqual({ ok: true, value: { kind: 'remote', url } })
})

test.each(['', '   ', 'episode', 'file:///home/me/a.mp3', 'javascript:alert(1)', 'https://', 'two words'])(
  '“%s” is refused with a sentence',
  (typed) => {
    const read = readAudioAddress(typed)
    expect(read).toMatchObject({ ok: false, problem: { code: 'bad-address' } })
    expect(read.ok ? '' : read.problem.message).not.toBe('')
  },
)
