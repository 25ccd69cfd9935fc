import fc from 'fast-check'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { requestStates } from '../../../shared/models/transcription-request.ts'
import { hostileText } from '../../shared/formats/hostile-text.ts'

/** Few, so that libraries overlap. */
const slugs = ['night', 'tea-and-talk', 'CON', 'Ночь', 'night.']
const episode = fc.tuple(fc.constantFrom(...slugs.slice(0, 4)), fc.constantFrom('a', 'A', 'b', 'nul.md', 'ß'))
const episodeId = episode.map(([podcast, slug]) => `${podcast}/${slug}`)
const instant = fc.integer({ min: 0, max: 5 }).map((day) => `2026-03-0${day + 1}T08:00:00.000Z`)
const seconds = fc.double({ min: 0, max: 1e6, noNaN: true })
const uuid = fc
  .integer({ min: 1, max: 6 })
  .map((number) => `0190a0b0-0000-7000-8000-${String(number).padStart(12, '0')}`)
const createdAt = '2026-02-01T08:00:00.000Z'

const noContext = {
  ...{ episodeTitle: '', podcastTitle: '', chapterTitle: null },
  ...{ chapterStartSeconds: null, durationSeconds: null },
}

const note = fc
  .record({
    id: uuid,
    episodeId,
    updatedAt: instant,
    body: fc.oneof(
      { weight: 20, arbitrary: hostileText },
      { weight: 1, arbitrary: hostileText.map((text) => `${text}\n`.repeat(1_000_000 / (text.length + 1))) },
    ),
    anchor: fc.oneof(
      seconds.map((startSeconds) => ({ kind: 'moment', startSeconds })),
      hostileText.map((quote) => ({ kind: 'highlight', highlightKind: 'main-idea', quote })),
      seconds.map((startSeconds) => ({ kind: 'range', startSeconds, endSeconds: 2e6 })),
      hostileText.map((title) => ({ kind: 'chapter', startSeconds: 60, title })),
      hostileText.map((quote) => ({
        kind: 'transcript',
        startSeconds: 1,
        endSeconds: 2.5,
        quote,
        prefix: quote,
      })),
    ),
    // Absent from what a version before 11 wrote.
    more: fc.record(
      {
        tags: fc.array(hostileText),
        starred: fc.boolean(),
        colour: fc.constantFrom(null, 'doubt', 'of a newer version'),
        tracking: fc.constantFrom(null, { state: 'worked', note: '', lookAgainOn: '2026-04-01' }),
        placement: fc.constantFrom(null, {
          ...{ how: 'unplaced', sureness: 0.2, causes: ['chapter-gone'], placedAt: createdAt },
          was: { anchor: { kind: 'moment', startSeconds: 3 }, context: noContext },
          suggestion: { anchor: { kind: 'moment', startSeconds: 4 }, how: 'time', sureness: 0.2 },
        }),
      },
      { requiredKeys: [] },
    ),
    title: hostileText,
    isDeleted: fc.boolean(),
  })
  .map(({ title, isDeleted, more, ...row }) => ({
    kind: 'annotations' as const,
    key: row.id,
    row: {
      ...row,
      ...more,
      context: { ...noContext, episodeTitle: title, podcastTitle: title, chapterTitle: title },
      createdAt,
      deletedAt: isDeleted ? row.updatedAt : null,
    },
  }))

const edit = fc
  .record({
    id: uuid,
    updatedAt: instant,
    annotationIds: fc.uniqueArray(uuid, { minLength: 1 }),
    body: hostileText,
  })
  .map(({ body, ...row }) => ({
    kind: 'annotationEdits' as const,
    key: row.id,
    row: {
      ...row,
      act: 'edited',
      undoes: null,
      befores: row.annotationIds.map(() => ({ body, tags: [body], deletedAt: null })),
      createdAt,
    },
  }))

const listening = fc
  .record({ episodeId, positionSeconds: seconds, heardAtMs: fc.nat(), updatedAt: instant })
  .map((row) => ({
    kind: 'listening' as const,
    key: row.episodeId,
    row: { ...row, durationSeconds: null, finishedAt: null, createdAt },
  }))

const heard = fc
  .record({
    id: uuid,
    episodeId,
    updatedAt: instant,
    how: fc.constantFrom('played' as const, 'marked' as const, 'assumed' as const),
    from: fc.nat({ max: 1000 }),
    length: fc.integer({ min: 1, max: 1000 }),
  })
  .map(({ id, how, from, length, ...row }) => ({
    kind: 'heard' as const,
    key: id,
    row: { ...row, id, createdAt, ...heardFacts(how, from, from + length) },
  }))

function heardFacts(how: 'played' | 'marked' | 'assumed', from: number, to: number): object {
  switch (how) {
    case 'played':
      return { how, day: '2026-03-01', intervals: [[from, to]], spentSeconds: to - from, endSeconds: to }
    case 'marked':
      return { how, as: from % 2 === 0 ? 'heard' : 'unheard', startSeconds: from, endSeconds: to }
    case 'assumed':
      return { how, endSeconds: to }
  }
}

const queue = fc
  .record({ episodeId, position: fc.nat(), updatedAt: instant })
  .map((row) => ({ kind: 'queue' as const, key: row.episodeId, row: { ...row, createdAt } }))

const draft = fc
  .record({ episodeId, text: hostileText, updatedAt: instant, place: hostileText })
  .map(({ place, ...row }) => {
    const key = `${row.episodeId} ${place}`
    return { kind: 'drafts' as const, key, row: { ...row, key, startSeconds: null, createdAt } }
  })

const audio = fc.record({ episodeId, updatedAt: instant, path: fc.webPath() }).map(({ path, ...row }) => ({
  kind: 'audio' as const,
  key: row.episodeId,
  row: {
    ...row,
    location: { kind: 'remote', url: `https://audio.example${path}` },
    origin: 'person',
    createdAt,
  },
}))

const offset = fc
  .record({ episodeId, offsetSeconds: fc.integer({ min: -600, max: 600 }), updatedAt: instant })
  .map((row) => ({ kind: 'offsets' as const, key: row.episodeId, row: { ...row, createdAt } }))

const speed = fc
  .record({
    podcastSlug: fc.constantFrom(...slugs),
    tenths: fc.integer({ min: 5, max: 30 }),
    updatedAt: instant,
  })
  .map(({ tenths, ...row }) => ({
    kind: 'speeds' as const,
    key: row.podcastSlug,
    row: { ...row, rate: tenths / 10, createdAt },
  }))

const chapterSkips = fc
  .record({
    episodeId,
    chapters: fc.array(
      fc.record({ startSeconds: fc.nat({ max: 9000 }), title: hostileText, skip: fc.boolean() }),
      { maxLength: 3 },
    ),
    updatedAt: instant,
  })
  .map((row) => ({ kind: 'chapterSkips' as const, key: row.episodeId, row: { ...row, createdAt } }))

const topicName = fc
  .record({
    topic: fc.constantFrom('K8s', 'Kubernetes', 'K8'),
    shownAs: fc.constantFrom('K8s', 'Kubernetes', null),
    hidden: fc.boolean(),
    updatedAt: instant,
  })
  .map((row) => ({ kind: 'topicNames' as const, key: row.topic, row: { ...row, createdAt } }))

const smartList = fc
  .record({ id: uuid, name: hostileText, query: hostileText, position: fc.nat(), updatedAt: instant })
  .map(({ name, ...row }) => ({
    kind: 'smartLists' as const,
    key: row.id,
    row: { ...row, name: `a${name}`, createdAt },
  }))

const podcast = fc
  .record({ slug: fc.constantFrom(...slugs), title: hostileText, updatedAt: instant })
  .map(({ slug, title, updatedAt }) => ({
    kind: 'podcasts' as const,
    key: slug,
    row: {
      ...{ slug, source: 'stenobird', title, description: title, author: '', imageUrl: null, siteUrl: null },
      ...{ feedUrl: null, episodeCount: null, addedAt: createdAt, createdAt, updatedAt },
    },
  }))

const request = fc
  .record({ id: uuid, state: fc.constantFrom(...requestStates), title: hostileText, updatedAt: instant })
  .map(({ id, state, title, updatedAt }) => ({
    kind: 'requests' as const,
    key: id,
    row: {
      id,
      // An episode has one.
      episodeId: `night/${id.slice(-1)}`,
      episodeTitle: title,
      podcastTitle: title,
      state,
      ...{ askedAt: createdAt, attempts: 0, nextAttemptAtMs: 0, problem: null, looking: null, told: false },
      createdAt,
      updatedAt,
    },
  }))

/** A row of any kind, or that it was deleted. Requests are taken off the list, and never deleted. */
const change: fc.Arbitrary<KeptChange> = fc
  .tuple(
    fc.oneof(
      note,
      edit,
      listening,
      heard,
      queue,
      draft,
      audio,
      offset,
      speed,
      chapterSkips,
      topicName,
      smartList,
      podcast,
      request,
    ),
    fc.nat({ max: 4 }),
  )
  .map(([{ kind, key, row }, chance]) => {
    const isGone = chance === 0 && kind !== 'requests'
    return { kind, key, updatedAt: row.updatedAt, row: isGone ? null : row }
  })

/** What a person made, each row once. */
export const anyLibrary: fc.Arbitrary<KeptChange[]> = fc.uniqueArray(change, {
  selector: ({ kind, key }) => `${kind} ${key}`,
  maxLength: 25,
})
