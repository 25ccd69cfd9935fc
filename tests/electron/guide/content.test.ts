import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { framesOf } from './mpeg-frames.ts'

const content = new URL('../../../electron/guide/content/', import.meta.url)
const scripts = new URL('../../../build/guide/script/', import.meta.url)

const words = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** STENOBIRD.md, A2; strict, so that a key nobody reads is noticed. */
const podcastSchema = z.strictObject({
  slug: z.literal('earmark-field-guide'),
  title: z.literal('The Earmark Field Guide'),
  description: words,
  author: words,
  episode_count: z.number().int(),
  updated_at: z.iso.datetime(),
})

/** STENOBIRD.md, A4, with every part that a processed episode has. */
const episodeSchema = z.strictObject({
  slug,
  title: words,
  podcast: z.strictObject({ slug, title: words }),
  published_at: z.iso.datetime(),
  duration_seconds: z.number().int().min(120).max(240),
  processing_state: z.literal('processed'),
  canonical_url: z.null(),
  summary: words,
  topics: z.array(words).min(4).max(6),
  highlights: z.array(z.string().regex(/^[A-Z][a-z ]+: \S/)).min(4),
  chapters: z
    .array(z.strictObject({ start_seconds: z.number().int().min(0), title: words, description: words }))
    .min(4)
    .max(6),
  audio_url: z.string().regex(/^guide:[a-z0-9-]+\.mp3$/),
  updated_at: z.iso.datetime(),
  actions: z.array(z.never()),
})
type GuideEpisode = z.infer<typeof episodeSchema>

const listSchema = z.strictObject({ episodes: z.array(episodeSchema).length(3), next_cursor: z.null() })

const podcast = podcastSchema.parse(readJson('podcast.json'))
const { episodes } = listSchema.parse(readJson('episodes.json'))

describe('the guide as a podcast', () => {
  it('lists its episodes newest first, under its own name', () => {
    const dates = episodes.map((episode) => episode.published_at)
    expect(dates).toEqual(dates.toSorted().reverse())
    expect(new Set(episodes.map((episode) => episode.slug)).size).toBe(episodes.length)
    for (const episode of episodes) {
      expect(episode.podcast).toEqual({ slug: podcast.slug, title: podcast.title })
    }
  })

  it('counts its episodes and knows its latest change', () => {
    expect(podcast.episode_count).toBe(episodes.length)
    expect(podcast.updated_at).toBe(
      episodes
        .map((episode) => episode.updated_at)
        .toSorted()
        .at(-1),
    )
  })

  it('shares topics between episodes, so that filtering by two of them narrows', () => {
    const topics = [...new Set(episodes.flatMap((episode) => episode.topics))]
    const shared = topics.filter((topic) => about(topic).length >= 2)
    expect(shared.length).toBeGreaterThanOrEqual(3)
    expect(about('Learning habits', 'Highlights').length).toBe(2)
  })

  it('keeps what the narrator promises: Offline and Chapters together leave one episode', () => {
    expect(about('Offline').length).toBeGreaterThan(1)
    expect(about('Chapters').length).toBeGreaterThan(1)
    expect(about('Offline', 'Chapters').length).toBe(1)
  })

  it('ships the audio of its episodes and no other', () => {
    const files = readdirSync(content).filter((name) => name.endsWith('.mp3'))
    expect(files.toSorted()).toEqual(episodes.map(audioName).toSorted())
  })
})

describe.each(episodes)('$slug', (episode) => {
  const file = new URL(audioName(episode), content)

  it('has mono audio at one constant rate, as long as it says, and no larger than 1.1 MB', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(1_100_000)
    const frames = framesOf(readFileSync(file))
    expect(new Set(frames.map((frame) => frame.kilobits)).size).toBe(1)
    expect(new Set(frames.map((frame) => frame.sampleRate)).size).toBe(1)
    const seconds = frames.reduce((total, frame) => total + frame.seconds, 0)
    expect(Math.abs(seconds - episode.duration_seconds)).toBeLessThan(1)
  })

  it('has chapters that begin with it, ascend and end before it does', () => {
    const starts = episode.chapters.map((chapter) => chapter.start_seconds)
    expect(starts[0]).toBe(0)
    expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
    expect(starts.at(-1)).toBeLessThan(episode.duration_seconds - 5)
  })

  it('begins to speak within half a second of each chapter, after a pause', () => {
    const frames = framesOf(readFileSync(file))
    const secondsPerFrame = frames[0]?.seconds ?? Number.NaN
    for (const { start_seconds } of episode.chapters) {
      const start = Math.round(start_seconds / secondsPerFrame)
      const speech = frames.findIndex((frame, index) => index >= start && !frame.isSilent)
      const pause = start - 1 - frames.findLastIndex((frame, index) => index < start && !frame.isSilent)
      expect((speech - start) * secondsPerFrame).toBeLessThan(0.5)
      expect(speech).toBeGreaterThan(start)
      if (start > 0) expect(pause * secondsPerFrame).toBeGreaterThan(0.9)
    }
  })

  it('has highlights of the three known kinds and of one other', () => {
    const kinds = new Set(episode.highlights.map((highlight) => highlight.slice(0, highlight.indexOf(':'))))
    expect([...kinds].toSorted()).toEqual([
      'Failure mode',
      'Main idea',
      'Open question',
      'Practical takeaway',
    ])
  })

  it('says what its script says', () => {
    const script = readFileSync(new URL(`${episode.slug}.md`, scripts), 'utf8')
    expect(script).toContain(`\ntopics: ${episode.topics.join(', ')}\n`)
    expect(script).toContain(`\nupdated: ${episode.updated_at}\n`)
    expect(script).toContain(`\n# ${episode.title}\n\n${episode.summary}\n`)
    expect(linesAfter(script, '- ')).toEqual(episode.highlights)
    expect(linesAfter(script, '## Chapter: ')).toEqual(episode.chapters.map((chapter) => chapter.title))
    expect(linesAfter(script, '> ')).toEqual(episode.chapters.map((chapter) => chapter.description))
  })
})

function about(...topics: string[]): GuideEpisode[] {
  return episodes.filter((episode) => topics.every((topic) => episode.topics.includes(topic)))
}

function audioName(episode: GuideEpisode): string {
  return episode.audio_url.replace('guide:', '')
}

function linesAfter(text: string, mark: string): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length)] : []))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, content), 'utf8'))
}
