import { isAboutTopic, isOnHighlight, isOpenQuestion } from '../dossier/dossier-notes.ts'
import type { Annotation } from '../models/annotation.ts'
import { type Highlight, type HighlightKind, highlightKinds } from '../models/episode.ts'
import { clockText } from '../time/clock.ts'
import { episodeLink, noteLink } from './deep-link.ts'
import { dateTimeOf, frontMatter, tagOf } from './front-matter.ts'
import { link, literal, quoted } from './markdown-text.ts'
import { stateWords } from './note-words.ts'
import type { NotedEpisode } from './noted-episode.ts'
import { linesOf } from './plain-text.ts'
import { NoteView } from './template/note-view.ts'
import type { TextFormat } from './text-format.ts'

const kindWords: Readonly<Record<HighlightKind, string>> = {
  'practical-takeaway': 'Practical takeaways',
  'failure-mode': 'Failure modes',
  'main-idea': 'Main ideas',
  other: 'Other highlights',
}
const kindOrder = Object.keys(kindWords).flatMap((name) => highlightKinds.filter((kind) => kind === name))

/**
 * Everything on one topic as one document of Markdown: its episodes by date, what they say by kind with the person's notes under
 * each, and what they asked. It is written at the end, since each part of it goes through all episodes. `createdAt` is ISO 8601
 * UTC.
 */
export function topicDossier({ topic, createdAt }: { topic: string; createdAt: string }): TextFormat {
  const given: NotedEpisode[] = []
  return {
    begin: () => '',
    add: (noted) => {
      given.push(noted)
      return ''
    },
    end: () => dossierOf(topic, createdAt, given.toSorted(newestFirst)),
  }
}

function dossierOf(topic: string, createdAt: string, episodes: readonly NotedEpisode[]): string {
  const questions = episodes.flatMap((noted) => notesOf(noted, isOpenQuestion))
  const others = episodes.flatMap((noted) => notesOf(noted, isApart(topic, noted)))
  const tracked = episodes.flatMap((noted) => notesOf(noted, ({ tracking }) => tracking !== null))
  const shown = new Set<Annotation>([...questions, ...others, ...tracked].map(({ note }) => note))
  const sections = [
    section('Time line', episodes.map(episodeItem)),
    ...kindOrder.map((kind) =>
      section(
        kindWords[kind],
        episodes.flatMap((noted) =>
          noted.episode.highlights
            .filter((highlight) => highlight.kind === kind)
            .map((highlight) => highlightItem(noted, highlight, shown)),
        ),
      ),
    ),
    section('Open questions', questions.map(noteItem)),
    section('What became of it', tracked.map(trackedItem)),
    section('Notes on the topic', others.map(noteItem)),
  ]
  const properties = frontMatter({
    title: topic,
    topic,
    created: dateTimeOf(createdAt),
    episodes: episodes.length,
    podcasts: new Set(episodes.map(({ episode }) => episode.podcastTitle)).size,
    takeaways: countOf(episodes, 'practical-takeaway'),
    failures: countOf(episodes, 'failure-mode'),
    ideas: countOf(episodes, 'main-idea'),
    questions: questions.length,
    notes: shown.size,
    tags: [tagOf(topic) ?? []].flat(),
  })
  const title = literal(topic) === '' ? 'Untitled' : literal(topic)
  return [properties, `# ${title}`, aboutLine(episodes), ...sections.filter((text) => text !== '')]
    .join('\n\n')
    .replace(/^(---\n[\s\S]*?---\n)\n\n/, '$1\n')
    .toWellFormed()
    .replaceAll('\0', '\u{FFFD}')
    .concat('\n')
}

type NoteOf = { noted: NotedEpisode; note: Annotation }

function notesOf(noted: NotedEpisode, isWanted: (note: Annotation) => boolean): NoteOf[] {
  return noted.notes.filter(isWanted).map((note) => ({ noted, note }))
}

/** On the topic, and under none of the episode's highlights. */
function isApart(topic: string, { episode }: NotedEpisode): (note: Annotation) => boolean {
  return (note) =>
    isAboutTopic(note, topic) && !episode.highlights.some((highlight) => isOnHighlight(note, highlight))
}

function section(heading: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${heading}\n\n${items.join('\n\n')}`
}

function aboutLine(episodes: readonly NotedEpisode[]): string {
  const days = episodes.flatMap(({ episode }) => episode.publishedAt?.slice(0, 10) ?? [])
  const span = [days.at(-1), days[0]].filter((day) => day !== undefined)
  const podcasts = new Set(episodes.map(({ episode }) => episode.podcastTitle)).size
  const count = `${counted(episodes.length, 'episode')} of ${counted(podcasts, 'podcast')}`
  return span.length < 2 ? `${count}.` : `${count}, ${span[0]} to ${span[1]}.`
}

function counted(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${one}s`
}

function episodeItem({ episode }: NotedEpisode): string {
  const { publishedAt, durationSeconds } = episode
  return item([
    publishedAt?.slice(0, 10) ?? '',
    link(titleOf(episode.title), episodeLink(episode.id)),
    literal(episode.podcastTitle),
    durationSeconds === null ? '' : clockText(durationSeconds),
  ])
}

function highlightItem(noted: NotedEpisode, highlight: Highlight, shown: Set<Annotation>): string {
  const { label, text, startSeconds } = highlight
  const words = literal(text) === '' ? '…' : literal(text)
  const named = label === undefined ? words : `${literal(label)}: ${words}`
  const notes = notesOf(noted, (note) => isOnHighlight(note, highlight))
  for (const { note } of notes) shown.add(note)
  return [
    item([named]),
    under(`— ${sourceOf(noted, startSeconds)}`),
    ...notes.flatMap((each) => blocksOf(each).map(under)),
  ].join('\n\n')
}

/** A note by itself: what it is on, where that is, and its words. */
function noteItem(each: NoteOf): string {
  const { noted, note } = each
  const view = new NoteView(noted, note)
  const quote = view.quote === '' ? '' : `“${literal(view.quote)}”`
  return [item([quote, sourceOf(noted, note.anchor.startSeconds)]), ...blocksOf(each).map(under)].join('\n\n')
}

function trackedItem(each: NoteOf): string {
  const { tracking } = each.note
  const state = tracking === null ? '' : stateWords[tracking.state]
  const again = tracking?.lookAgainOn == null ? '' : `look again ${tracking.lookAgainOn}`
  const quote = new NoteView(each.noted, each.note).quote
  const how = tracking === null || tracking.note === '' ? [] : [under(quoted(tracking.note))]
  return [
    item([
      state,
      again,
      quote === '' ? '' : `“${literal(quote)}”`,
      sourceOf(each.noted, each.note.anchor.startSeconds),
    ]),
    ...how,
  ].join('\n\n')
}

function blocksOf({ noted, note }: NoteOf): string[] {
  const block = String(new NoteView(noted, note).block)
  const written = `${note.createdAt.slice(0, 10)} · ${link('Open the note', noteLink(note.id))}`
  return [block, written].filter((text) => text !== '')
}

/** “[Title, 12:41](…) · Podcast · 2026-03-04”. */
function sourceOf({ episode }: NotedEpisode, startSeconds: number | undefined): string {
  const { id, title, podcastTitle, publishedAt } = episode
  const time = startSeconds === undefined ? '' : `, ${clockText(startSeconds)}`
  return [
    link(`${titleOf(title)}${time}`, episodeLink(id, startSeconds)),
    literal(podcastTitle),
    publishedAt?.slice(0, 10) ?? '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function item(parts: readonly string[]): string {
  return `- ${parts.filter((part) => part !== '').join(' · ')}`
}

/** Blocks that belong to the item of a list above them. */
function under(block: string): string {
  return linesOf(block)
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n')
}

function titleOf(title: string): string {
  return title.trim() === '' ? 'Untitled' : title
}

function countOf(episodes: readonly NotedEpisode[], kind: HighlightKind): number {
  return episodes.reduce(
    (sum, { episode }) => sum + episode.highlights.filter((highlight) => highlight.kind === kind).length,
    0,
  )
}

/** Those without a date last. */
function newestFirst(one: NotedEpisode, other: NotedEpisode): number {
  const [oneAt, otherAt] = [one.episode.publishedAt ?? '', other.episode.publishedAt ?? '']
  if (oneAt !== otherAt) return oneAt > otherAt ? -1 : 1
  return one.episode.id < other.episode.id ? -1 : 1
}
