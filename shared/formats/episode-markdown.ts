import { anchorEnd, anchorQuote } from '../models/anchor.ts'
import type { Annotation } from '../models/annotation.ts'
import { type Highlight, type HighlightKind, highlightKinds } from '../models/episode.ts'
import { clockText } from '../time/clock.ts'
import { episodeLink } from './deep-link.ts'
import { dateOf, dateTimeOf, frontMatter, tagOf } from './front-matter.ts'
import { link, literal, quoted } from './markdown-text.ts'
import { atTime } from './media-fragment.ts'
import { markWords } from './note-markdown.ts'
import type { NotedEpisode } from './noted-episode.ts'

const kindWords: Readonly<Record<HighlightKind, string>> = {
  'main-idea': 'Main ideas',
  'practical-takeaway': 'Practical takeaways',
  'failure-mode': 'Failure modes',
  other: 'Other',
}

/** An episode with what a person wrote about it, as Obsidian and every other reader of Markdown understands it. */
export function episodeMarkdown(noted: NotedEpisode): string {
  const { episode, notes } = noted
  const onHighlights = new Set(
    episode.highlights.flatMap((highlight) => notes.filter((note) => isOn(highlight, note))),
  )
  const sections = [
    `# ${literal(episode.title) || 'Untitled'}`,
    aboutLine(noted),
    section('Summary', episode.summary === '' ? [] : [quoted(episode.summary)]),
    section('Chapters', chapterLines(noted)),
    ...highlightSections(noted),
    section(
      'Notes',
      notes.filter((note) => !onHighlights.has(note)).map((note) => noteText(noted, note)),
    ),
    section(
      'Unfinished notes',
      noted.drafts.map(
        ({ text, startSeconds }) => `${timePrefix(noted, startSeconds)}unfinished\n\n${quoted(text)}`,
      ),
    ),
  ]
  return `${properties(noted)}\n${sections.filter((text) => text !== '').join('\n\n')}\n`
}

function properties({ episode, audioUrl, notes, listening }: NotedEpisode): string {
  const { publishedAt } = episode
  const tags = episode.topics.flatMap((topic) => tagOf(topic) ?? [])
  return frontMatter({
    title: episode.title,
    podcast: episode.podcastTitle,
    episode: episode.id,
    published: publishedAt === null ? null : dateOf(publishedAt),
    duration: episode.durationSeconds === null ? null : clockText(episode.durationSeconds),
    url: episode.canonicalUrl,
    audio: audioUrl,
    earmark: episodeLink(episode.id),
    notes: notes.length,
    position: listening === null ? null : clockText(listening.positionSeconds),
    heard: listening?.heardAt == null ? null : dateTimeOf(listening.heardAt),
    finished: listening?.finishedAt == null ? null : dateTimeOf(listening.finishedAt),
    topics: episode.topics,
    tags: [...new Set(tags)],
  })
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

function chapterLines(noted: NotedEpisode): string[] {
  const lines = noted.episode.chapters.map(({ startSeconds, title, description }) => {
    const about = description === '' ? '' : `: ${literal(description)}`
    return `- ${timeLink(noted, startSeconds)} ${literal(title)}${about}`
  })
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function highlightSections(noted: NotedEpisode): string[] {
  const { highlights } = noted.episode
  return highlightKinds.map((kind) =>
    section(
      kindWords[kind],
      highlights
        .filter((highlight) => highlight.kind === kind)
        .map((highlight) => highlightText(noted, highlight)),
    ),
  )
}

/** An item of a list, with the notes on it. */
function highlightText(noted: NotedEpisode, highlight: Highlight): string {
  const label = literal(highlight.label ?? '')
  const time = highlight.startSeconds === undefined ? '' : ` (${timeLink(noted, highlight.startSeconds)})`
  const notes = noted.notes.filter((note) => isOn(highlight, note))
  const item = `- ${label === '' ? '' : `*${label}:* `}${literal(highlight.text) || '…'}${time}`
  return [item, ...notes.flatMap(noteBlocks).map(indented)].join('\n\n')
}

function noteText(noted: NotedEpisode, note: Annotation): string {
  const { anchor, context } = note
  const { chapterTitle } = context
  const chapter = chapterTitle === null ? '' : `${literal(chapterTitle)} · `
  const time = timePrefix(noted, anchor.startSeconds ?? null, anchorEnd(anchor))
  const head = `${time}${chapter}${note.createdAt.slice(0, 10)}`
  // A highlight that was reworded or withdrawn since, or a whole chapter.
  const quote = anchorQuote(anchor)
  const on = quote === null ? [] : [`On “${literal(quote)}”:`]
  return [`### ${head}`, ...on, ...noteBlocks(note)].join('\n\n')
}

/** Its words, and below them what else the person said of it. */
function noteBlocks(note: Annotation): string[] {
  const words = markWords(note)
  return [
    ...(note.body === '' ? [] : [quoted(note.body)]),
    ...(words.length === 0 ? [] : [words.join(' · ')]),
  ]
}

function timePrefix(
  noted: NotedEpisode,
  startSeconds: number | null,
  endSeconds: number | null = null,
): string {
  return startSeconds === null ? '' : `${timeLink(noted, startSeconds, endSeconds)} · `
}

/** To the audio on the web, which every reader can play; else into Earmark. */
function timeLink(
  { episode, audioUrl }: NotedEpisode,
  startSeconds: number,
  endSeconds: number | null = null,
): string {
  const address =
    audioUrl === null
      ? episodeLink(episode.id, startSeconds)
      : atTime(audioUrl, startSeconds, endSeconds ?? undefined)
  const end = endSeconds === null ? '' : `–${clockText(endSeconds)}`
  return link(`${clockText(startSeconds)}${end}`, address)
}

function section(title: string, blocks: readonly string[]): string {
  return blocks.length === 0 ? '' : [`## ${title}`, ...blocks].join('\n\n')
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ')
}

function isOn(highlight: Highlight, { anchor }: Annotation): boolean {
  return (
    anchor.kind === 'highlight' && anchor.highlightKind === highlight.kind && anchor.quote === highlight.text
  )
}
