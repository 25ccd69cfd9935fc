import type { Annotation } from '../../models/annotation.ts'
import { type Highlight, type HighlightKind, highlightKinds } from '../../models/episode.ts'
import { clockText } from '../../time/clock.ts'
import { episodeLink } from '../deep-link.ts'
import { tagOf } from '../front-matter.ts'
import { addressText, link, literal, quoted } from '../markdown-text.ts'
import type { NotedEpisode } from '../noted-episode.ts'
import { markdown } from './markdown-value.ts'
import { NoteView } from './note-view.ts'
import { timeLink } from './time-link.ts'

const kindWords: Readonly<Record<HighlightKind, string>> = {
  'main-idea': 'Main ideas',
  'practical-takeaway': 'Practical takeaways',
  'failure-mode': 'Failure modes',
  other: 'Other',
}

/** An episode as templates know it; `fields.ts` says what each is. */
export function episodeView(noted: NotedEpisode) {
  const { episode, audioUrl, notes, drafts, listening } = noted
  const onHighlights = new Set<Annotation>()
  const kinds = highlightKinds.map((kind) => ({
    name: kindWords[kind],
    highlights: episode.highlights
      .filter((highlight) => highlight.kind === kind)
      .map((highlight) => {
        const on = notes.filter((note) => isOn(highlight, note))
        for (const note of on) onHighlights.add(note)
        return highlightView(noted, highlight, on)
      }),
  }))
  const views = new Map(notes.map((note) => [note, new NoteView(noted, note)]))
  const others = Array.from(views).flatMap(([note, view]) => (onHighlights.has(note) ? [] : [view]))
  return {
    title: episode.title.trim() === '' ? 'Untitled' : episode.title,
    podcast: episode.podcastTitle,
    id: episode.id,
    published: markdown(episode.publishedAt?.slice(0, 10) ?? ''),
    duration: episode.durationSeconds === null ? '' : clockText(episode.durationSeconds),
    page: markdown(addressText(episode.canonicalUrl ?? '')),
    audio: markdown(addressText(audioUrl ?? '')),
    link: markdown(addressText(episodeLink(episode.id))),
    about: markdown(aboutLine(noted)),
    summary: markdown(episode.summary === '' ? '' : quoted(episode.summary)),
    position: listening === null ? '' : clockText(listening.positionSeconds),
    finished: markdown(listening?.finishedAt?.slice(0, 10) ?? ''),
    topics: episode.topics,
    tags: episode.topics.flatMap((topic) => tagOf(topic) ?? []),
    hasChapters: episode.chapters.length > 0,
    chapters: episode.chapters.map(({ startSeconds, title, description }) => ({
      time: markdown(timeLink(noted, startSeconds)),
      start: clockText(startSeconds),
      title,
      description,
    })),
    highlightKinds: kinds.filter(({ highlights }) => highlights.length > 0),
    hasNotes: notes.length > 0,
    notes: [...views.values()],
    hasOtherNotes: others.length > 0,
    otherNotes: others,
    hasDrafts: drafts.length > 0,
    drafts: drafts.map(({ text, startSeconds }) => ({
      time: markdown(startSeconds === null ? '' : timeLink(noted, startSeconds)),
      quotedBody: markdown(quoted(text)),
    })),
  }
}

function highlightView(noted: NotedEpisode, highlight: Highlight, notes: readonly Annotation[]) {
  const { label = '', text, startSeconds } = highlight
  return {
    label: label.trim(),
    text: literal(text) === '' ? '…' : text,
    time: markdown(startSeconds === undefined ? '' : timeLink(noted, startSeconds)),
    notes: notes.map((note) => new NoteView(noted, note)),
  }
}

function aboutLine({ episode, audioUrl }: NotedEpisode): string {
  const { podcastTitle, publishedAt, durationSeconds, canonicalUrl } = episode
  const parts = [
    literal(podcastTitle),
    publishedAt?.slice(0, 10) ?? '',
    durationSeconds === null ? '' : clockText(durationSeconds),
    link('Open in Earmark', episodeLink(episode.id)),
    canonicalUrl === null ? '' : link('Page', canonicalUrl),
    audioUrl === null ? '' : link('Audio', audioUrl),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function isOn(highlight: Highlight, { anchor }: Annotation): boolean {
  return (
    anchor.kind === 'highlight' && anchor.highlightKind === highlight.kind && anchor.quote === highlight.text
  )
}
