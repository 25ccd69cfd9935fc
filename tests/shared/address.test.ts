import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddress } from '../../shared/address.ts'

const base = 'https://stenobird.com'
const podcast = { kind: 'podcast', podcastSlug: 'day-two-devops' }
const episode = { kind: 'episode', podcastSlug: 'day-two-devops', episodeSlug: 'd2do295-risks' }

test.each([
  ['day-two-devops', podcast],
  ['  day-two-devops\n', podcast],
  ['“day-two-devops”', podcast],
  ['https://stenobird.com/podcast/day-two-devops', podcast],
  ['https://stenobird.com/podcast/day-two-devops/', podcast],
  ['<https://stenobird.com/podcast/day-two-devops>.', podcast],
  ['https://www.stenobird.com/podcast/day-two-devops.md?utm_source=mail#top', podcast],
  ['stenobird.com/podcast/day-two-devops', podcast],
  ['https://stenobird.com/v1/public/podcasts/day-two-devops', podcast],
  ['https://stenobird.com/v1/public/podcasts/day-two-devops/episodes', podcast],
  ['day-two-devops/d2do295-risks', episode],
  ['https://stenobird.com/podcast/day-two-devops/d2do295-risks', episode],
  ['https://stenobird.com/podcast/day-two-devops/d2do295-risks.md', episode],
  ['https://stenobird.com/v1/public/podcasts/day-two-devops/episodes/d2do295-risks', episode],
  [
    'https://stenobird.com/v1/public/podcasts/day-two-devops/episodes/d2do295-risks/transcription-requests',
    episode,
  ],
])('reads %j', (text, address) => {
  expect(readAddress(text, base)).toEqual({ ok: true, value: address })
})

test.each([
  '',
  '   ',
  'not an address',
  'https://elsewhere.example/podcast/day-two-devops',
  'https://stenobird.com/',
  'https://stenobird.com/podcast/a/b/c',
  'ftp://stenobird.com/podcast/day-two-devops',
  'javascript:alert(1)',
  'https://',
  '..',
  '../etc/passwd',
  'a/..',
  'https://stenobird.com/podcast/a%2Fb/c',
  'x'.repeat(3000),
])('says in a sentence that %j names nothing', (text) => {
  const read = readAddress(text, base)
  expect(read).toMatchObject({ ok: false, problem: { code: 'bad-address' } })
  if (!read.ok) {
    expect(read.problem.message).toMatch(/\.$/)
    expect(read.problem.message.length).toBeLessThan(400)
  }
})

test('takes the service’s own host and port when they are not the usual ones', () => {
  expect(readAddress('127.0.0.1:8787/podcast/day-two-devops', 'http://127.0.0.1:8787')).toEqual({
    ok: true,
    value: podcast,
  })
})

test('answers any text, and with slugs that stay within their path', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl()), (text) => {
      const read = readAddress(text, base)
      if (!read.ok) return
      for (const slug of [
        read.value.podcastSlug,
        'episodeSlug' in read.value ? read.value.episodeSlug : 'x',
      ]) {
        expect(new URL(`${base}/podcast/${encodeURIComponent(slug)}`).pathname.split('/')).toHaveLength(3)
      }
    }),
  )
})
