import type { KeptKind } from '../../../shared/kept/kinds.ts'
import type { KeptRow } from '../../../shared/kept/rows.ts'
import { settingsSchema } from '../../../shared/models/settings.ts'

type Examples = { [Kind in KeptKind]: { kind: Kind; key: string; updatedAt: string; row: KeptRow<Kind> } }

const createdAt = '2026-03-01T08:00:00.000Z'
const updatedAt = '2026-03-02T09:30:00.125Z'
const stamps = { createdAt, updatedAt }
const noteId = '0195a000-0000-7000-8000-000000000001'
const requestId = '0195a000-0000-7000-8000-000000000002'
const editId = '0195a000-0000-7000-8000-000000000004'
const sittingId = '0195a000-0000-7000-8000-000000000003'
const episodeId = 'tea-and-talk/on-steeping'

/** A change of each kind. */
export const keptExamples: Examples = {
  annotations: {
    kind: 'annotations',
    key: noteId,
    updatedAt,
    row: {
      id: noteId,
      episodeId,
      anchor: { kind: 'moment', startSeconds: 12.5 },
      body: 'Three minutes, “not more”.',
      context: {
        episodeTitle: 'On steeping',
        podcastTitle: 'Tea and talk',
        chapterTitle: null,
        chapterStartSeconds: null,
        durationSeconds: 1800,
      },
      ...stamps,
      deletedAt: null,
    },
  },
  annotationEdits: {
    kind: 'annotationEdits',
    key: editId,
    updatedAt,
    row: {
      id: editId,
      act: 'edited',
      undoes: null,
      annotationIds: [noteId],
      befores: [{ body: 'Two minutes.', tags: ['Tea'], colour: null }],
      ...stamps,
    },
  },
  listening: {
    kind: 'listening',
    key: episodeId,
    updatedAt,
    row: {
      episodeId,
      positionSeconds: 61.5,
      durationSeconds: 1800,
      heardAtMs: Date.parse(updatedAt),
      finishedAt: null,
      ...stamps,
    },
  },
  heard: {
    kind: 'heard',
    key: sittingId,
    updatedAt,
    row: {
      id: sittingId,
      how: 'played',
      episodeId,
      day: '2026-03-02',
      intervals: [
        [0, 30],
        [45.5, 61.5],
      ],
      spentSeconds: 31,
      endSeconds: 61.5,
      ...stamps,
    },
  },
  requests: {
    kind: 'requests',
    key: requestId,
    updatedAt,
    row: {
      id: requestId,
      episodeId,
      episodeTitle: 'On steeping',
      podcastTitle: 'Tea and talk',
      state: 'waiting',
      askedAt: createdAt,
      attempts: 0,
      nextAttemptAtMs: 0,
      problem: null,
      looking: null,
      told: false,
      ...stamps,
    },
  },
  podcasts: {
    kind: 'podcasts',
    key: 'tea-and-talk',
    updatedAt,
    row: {
      slug: 'tea-and-talk',
      source: 'stenobird',
      title: 'Tea and talk',
      description: '',
      author: '',
      imageUrl: null,
      siteUrl: null,
      feedUrl: null,
      episodeCount: 4,
      addedAt: createdAt,
      ...stamps,
    },
  },
  audio: {
    kind: 'audio',
    key: episodeId,
    updatedAt,
    row: {
      episodeId,
      location: { kind: 'remote', url: 'https://audio.example/1.mp3' },
      origin: 'person',
      ...stamps,
    },
  },
  offsets: { kind: 'offsets', key: episodeId, updatedAt, row: { episodeId, offsetSeconds: 31.5, ...stamps } },
  speeds: {
    kind: 'speeds',
    key: 'tea-and-talk',
    updatedAt,
    row: { podcastSlug: 'tea-and-talk', rate: 1.7, ...stamps },
  },
  chapterSkips: {
    kind: 'chapterSkips',
    key: episodeId,
    updatedAt,
    row: { episodeId, chapters: [{ startSeconds: 60, title: 'Sponsor', skip: true }], ...stamps },
  },
  topicNames: {
    kind: 'topicNames',
    key: 'K8s',
    updatedAt,
    row: { topic: 'K8s', shownAs: 'Kubernetes', hidden: false, ...stamps },
  },
  smartLists: {
    kind: 'smartLists',
    key: '0195561f-3c00-7000-8000-00000000000c',
    updatedAt,
    row: {
      id: '0195561f-3c00-7000-8000-00000000000c',
      name: 'Tea, unheard',
      query: 'topic:Tea is:unheard',
      position: 0,
      ...stamps,
    },
  },
  queue: { kind: 'queue', key: episodeId, updatedAt, row: { episodeId, position: 0, ...stamps } },
  drafts: {
    kind: 'drafts',
    key: 'tea-and-talk/on-steeping new',
    updatedAt,
    row: {
      key: 'tea-and-talk/on-steeping new',
      episodeId,
      text: 'Half a tho',
      startSeconds: null,
      ...stamps,
    },
  },
  settings: { kind: 'settings', key: 'settings', updatedAt, row: settingsSchema.parse({ theme: 'dark' }) },
}
