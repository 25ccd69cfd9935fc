import { expect, test } from 'vitest'
import { audioInPage } from '../../../electron/audio/page-audio.ts'
import { readPage } from '../../../electron/audio/read-page.ts'

const page = 'https://publisher.example/episodes/1'

test.each([
  ['an audio element', '<audio src="/a.mp3">', '/a.mp3'],
  ['a source in an audio element', '<audio><source src="/a.ogg" type="audio/ogg"></audio>', '/a.ogg'],
  ['og:audio', '<meta property="og:audio" content="/a">', '/a'],
  ['og:audio:secure_url', '<meta property="og:audio:secure_url" content="/a">', '/a'],
  ['twitter:player:stream', '<meta name="twitter:player:stream" content="/a">', '/a'],
  ['a link to a file', '<a href="/files/a.m4a?x=1#t">Download</a>', '/files/a.m4a?x=1#t'],
  [
    'JSON-LD of an audio object',
    '<script type="application/ld+json">{"@type":"AudioObject","contentUrl":"/a"}</script>',
    '/a',
  ],
  [
    'JSON-LD of an episode with its media',
    '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["PodcastEpisode"],"associatedMedia":[{"@type":"MediaObject","contentUrl":"/a"}]}]}</script>',
    '/a',
  ],
])('finds %s', (_what, html, path) => {
  expect(audioInPage(readPage(`<!doctype html><body>${html}`, page))).toEqual([
    `https://publisher.example${path}`,
  ])
})

test('puts the surest place first and names each address once', () => {
  const html = `
    <a href="/link.mp3">x</a>
    <script type="application/ld+json">{"@type":"PodcastEpisode","contentUrl":"/ld"}</script>
    <meta name="twitter:player:stream" content="/twitter">
    <meta property="og:audio" content="/og">
    <audio src="/element"><source src="/source"></audio>
    <a href="/element">not a file</a><a href="/link.mp3">again</a>`
  expect(audioInPage(readPage(html, page)).map((url) => new URL(url).pathname)).toEqual([
    '/element',
    '/source',
    '/og',
    '/twitter',
    '/ld',
    '/link.mp3',
  ])
})

test('reads relative addresses from the base that the page gives', () => {
  const html = '<head><base href="https://cdn.example/x/"></head><audio src="a.mp3">'
  expect(audioInPage(readPage(html, page))).toEqual(['https://cdn.example/x/a.mp3'])
})

test.each([
  '<video><source src="/film.mp4"></video>',
  '<audio src="javascript:alert(1)">',
  '<audio src="blob:https://publisher.example/1">',
  '<audio src="">',
  '<a href="/notes.pdf">x</a>',
  '<script type="application/ld+json">{"@type":"VideoObject","contentUrl":"/film"}</script>',
  '<script type="application/ld+json">not json</script>',
  '<div>'.repeat(20_000),
])('finds nothing in %.60s', (html) => {
  expect(audioInPage(readPage(html, page))).toEqual([])
})
