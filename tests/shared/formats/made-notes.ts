import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import { type Annotation, annotationOf } from '../../../shared/models/annotation.ts'

export function madeNote(number: number, change: Partial<Annotation> = {}): Annotation {
  return annotationOf({
    id: `0195a000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    episodeId: 'tea-and-talk/on-steeping',
    anchor: { kind: 'moment', startSeconds: 61.5 },
    body: 'Three minutes.',
    context: {
      episodeTitle: 'On steeping',
      podcastTitle: 'Tea and talk',
      chapterTitle: 'Water',
      chapterStartSeconds: 60,
      durationSeconds: 1800,
    },
    createdAt: '2026-03-01T08:00:00.000Z',
    updatedAt: '2026-03-02T09:30:00.125Z',
    deletedAt: null,
    ...change,
  })
}

export function madeNotedEpisode(
  episode: Partial<NotedEpisode['episode']> = {},
  change: Partial<Omit<NotedEpisode, 'episode'>> = {},
): NotedEpisode {
  return {
    episode: {
      id: 'tea-and-talk/on-steeping',
      title: 'On steeping',
      podcastTitle: 'Tea and talk',
      publishedAt: '2026-03-04T05:00:00Z',
      durationSeconds: 1800,
      canonicalUrl: 'https://tea.example/steeping',
      summary: 'About water.',
      topics: ['Green tea'],
      highlights: [{ kind: 'main-idea', text: 'Small leaves.', startSeconds: 12 }],
      chapters: [
        { startSeconds: 0, title: 'Welcome', description: '' },
        { startSeconds: 60, title: 'Water', description: 'How hot?' },
      ],
      ...episode,
    },
    audioUrl: 'https://audio.example/1.mp3',
    notes: [],
    drafts: [],
    listening: null,
    ...change,
  }
}
