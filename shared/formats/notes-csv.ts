import { anchorEnd, anchorQuote } from '../models/anchor.ts'
import type { Annotation } from '../models/annotation.ts'
import { clockText } from '../time/clock.ts'
import { byteOrderMark, csvLine } from './csv.ts'
import { noteLink } from './deep-link.ts'
import { atTime } from './media-fragment.ts'
import { colourText, stateWords } from './note-words.ts'
import type { NotedEpisode } from './noted-episode.ts'
import type { TextFormat } from './text-format.ts'

const columns = [
  ...['Episode', 'Podcast', 'Published', 'On', 'Start', 'End', 'Chapter', 'Quote', 'Note', 'Tags', 'Starred'],
  ...['Colour', 'Tracking', 'How it went', 'Look again', 'Created', 'Changed', 'Start in seconds'],
  ...['End in seconds', 'Audio', 'Link', 'Episode id', 'Id'],
]

/** A table with a line for each note, for any spreadsheet. */
export function notesCsv(): TextFormat {
  return {
    begin: () => byteOrderMark + csvLine(columns),
    add: (noted) => noted.notes.map((note) => lineOf(noted, note)).join(''),
    end: () => '',
  }
}

function lineOf({ episode, audioUrl }: NotedEpisode, note: Annotation): string {
  const { anchor, context, tracking } = note
  const start = anchor.startSeconds ?? null
  const end = anchorEnd(anchor)
  return csvLine([
    ...[episode.title, episode.podcastTitle, episode.publishedAt?.slice(0, 10) ?? null, anchor.kind],
    ...[start === null ? null : clockText(start), end === null ? null : clockText(end)],
    ...[context.chapterTitle, anchorQuote(anchor), note.body, note.tags.join(', ')],
    ...[note.starred ? 'yes' : null, colourText(note.colour)],
    ...[tracking === null ? null : stateWords[tracking.state], tracking?.note ?? null],
    ...[tracking?.lookAgainOn ?? null, note.createdAt, note.updatedAt, start, end],
    ...[audioUrl === null ? null : start === null ? audioUrl : atTime(audioUrl, start, end ?? undefined)],
    ...[noteLink(note.id), episode.id, note.id],
  ])
}
