import { access, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createGuide } from '../../../electron/guide/source.ts'
import { episodeSchema } from '../../../shared/models/episode.ts'
import { guideSlug, podcastSchema } from '../../../shared/models/podcast.ts'
import type { PullRequest } from '../../../shared/models/sync.ts'

const folder = join(import.meta.dirname, '../../../electron/guide/content')
const request: PullRequest = {
  source: 'guide',
  podcastSlug: guideSlug,
  cursor: null,
  updatedSince: null,
  validator: null,
  path: null,
  episodeSlugs: [],
}

test('brings the whole guide in one page, with all its parts and bundled audio that is there', async () => {
  const page = await createGuide(folder).pull(request)
  if (!page.ok) throw new Error(page.problem.message)
  expect(podcastSchema.parse(page.value.podcast)).toMatchObject({ slug: guideSlug, source: 'guide' })
  expect(page.value).toMatchObject({ broken: [], nextCursor: null, path: 'guide' })
  expect(page.value.episodes).toHaveLength(3)
  for (const episode of page.value.episodes) {
    episodeSchema.parse(episode)
    expect(episode.warnings).toEqual([])
    expect(episode.chapters.length).toBeGreaterThan(2)
    expect(new Set(episode.highlights.map((highlight) => highlight.kind)).size).toBeGreaterThan(1)
    if (episode.audio?.kind !== 'bundled') throw new Error(`${episode.slug} has no bundled audio`)
    await access(join(folder, episode.audio.name))
  }
})

test('brings nothing when nothing changed', async () => {
  const guide = createGuide(folder)
  const first = await guide.pull(request)
  if (!first.ok) throw new Error(first.problem.message)
  const second = await guide.pull({ ...request, validator: first.value.validator })
  expect(second).toMatchObject({ ok: true, value: { unchanged: true, episodes: [], podcast: null } })
})

test('is found by its slug, and so is each of its episodes', async () => {
  const guide = createGuide(folder)
  expect(await guide.lookUp(null)).toMatchObject({ ok: true, value: { path: 'guide', episode: null } })
  expect(await guide.lookUp('listening-with-intent')).toMatchObject({
    ok: true,
    value: { episode: { slug: 'listening-with-intent' } },
  })
  expect(await guide.lookUp('no-such-part')).toMatchObject({ ok: false, problem: { code: 'not-found' } })
})

test('reads one of its episodes by itself, and knows which it has not', async () => {
  const guide = createGuide(folder)
  expect(await guide.readEpisode(`${guideSlug}/listening-with-intent`)).toMatchObject({
    ok: true,
    value: { kind: 'read', episode: { slug: 'listening-with-intent' } },
  })
  expect(await guide.readEpisode(`${guideSlug}/no-such-part`)).toEqual({ ok: true, value: { kind: 'gone' } })
})

test('says so when its files are missing or damaged', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'guide-'))
  expect(await createGuide(empty).pull(request)).toMatchObject({ ok: false, problem: { code: 'file' } })
  expect(await createGuide(empty).readEpisode(`${guideSlug}/listening-with-intent`)).toMatchObject({
    ok: false,
    problem: { code: 'file' },
  })
  await writeFile(join(empty, 'podcast.json'), '{"title": "half')
  await writeFile(join(empty, 'episodes.json'), '{}')
  expect(await createGuide(empty).pull(request)).toMatchObject({ ok: false, problem: { code: 'file' } })
})
