import { anchorQuote } from '../models/anchor.ts'
import type { Annotation } from '../models/annotation.ts'
import { clockText } from '../time/clock.ts'
import { csvLine } from './csv.ts'
import { tagOf } from './front-matter.ts'
import { atTime } from './media-fragment.ts'
import { colourText } from './note-words.ts'
import type { NotedEpisode } from './noted-episode.ts'
import { linesOf, oneLine } from './plain-text.ts'
import type { TextFormat } from './text-format.ts'

/** As Readwise's API takes one (`POST /api/v2/highlights/`). */
export type ReadwiseHighlight = {
  text: string
  title: string
  author?: string
  source_url?: string
  source_type: 'earmark'
  category: 'podcasts'
  note?: string
  /** Whole seconds. */
  location?: number
  location_type?: 'time_offset'
  /** ISO 8601 UTC. */
  highlighted_at: string
  highlight_url?: string
}

/** In characters, as Readwise documents them. */
const longest = { text: 8191, title: 511, author: 1024, note: 8191, address: 2047 }

/** A highlight is what was said where that is known, with the note beside it; else it is the note. */
export function readwiseHighlight({ episode, audioUrl }: NotedEpisode, note: Annotation): ReadwiseHighlight {
  const { anchor } = note
  const { text, beside } = wordsOf(note)
  const page = [episode.canonicalUrl, audioUrl].find(isSendable) ?? null
  const start = anchor.startSeconds ?? null
  const place = [audioUrl, episode.canonicalUrl].find(isSendable) ?? null
  const said = [readwiseTags(note), beside].filter((part) => part !== '').join('\n')
  return {
    text: shortened(text, longest.text),
    title: shortened(oneLine(episode.title) || episode.id, longest.title),
    ...(episode.podcastTitle === ''
      ? {}
      : { author: shortened(oneLine(episode.podcastTitle), longest.author) }),
    ...(page === null ? {} : { source_url: page }),
    source_type: 'earmark',
    category: 'podcasts',
    ...(said === '' ? {} : { note: shortened(said, longest.note) }),
    ...(start === null ? {} : { location: Math.floor(start), location_type: 'time_offset' as const }),
    highlighted_at: note.createdAt,
    ...(place === null || start === null ? {} : { highlight_url: atTime(place, start) }),
  }
}

function wordsOf(note: Annotation): { text: string; beside: string } {
  const { anchor, context } = note
  const quote = plain(anchorQuote(anchor) ?? '')
  const body = plain(note.body)
  if (quote !== '') return { text: quote, beside: body }
  if (body !== '') return { text: body, beside: '' }
  const at = clockText(anchor.startSeconds ?? 0)
  return {
    text: context.chapterTitle === null ? `Mark at ${at}` : `Mark at ${at}: ${oneLine(context.chapterTitle)}`,
    beside: '',
  }
}

/** Words that Readwise takes for tags, at the beginning of a note. */
function readwiseTags({ tags, starred, colour, tracking }: Annotation): string {
  const words = [...tags, ...(starred ? ['favorite'] : []), colourText(colour)]
  if (tracking !== null) words.push(tracking.state)
  return words
    .flatMap((word) => tagOf(word)?.replaceAll('/', '-') ?? [])
    .map((word) => `.${word}`)
    .join(' ')
}

function plain(text: string): string {
  return linesOf(text).join('\n').trim()
}

function isSendable(address: string | null): address is string {
  return address !== null && address.length <= longest.address && /^https?:\/\//i.test(address)
}

/** Readwise counts as Python does: by code points. */
function shortened(text: string, most: number): string {
  const letters = [...text.toWellFormed()]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}

/** What Readwise reads in by hand. It takes no mark of the encoding before the first name. */
export function readwiseCsv(): TextFormat {
  return {
    begin: () => csvLine(['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date']),
    add: (noted) =>
      noted.notes
        .map((note) => {
          const sent = readwiseHighlight(noted, note)
          const {
            text,
            title,
            author = null,
            source_url: url = null,
            note: said = null,
            location = null,
          } = sent
          const date = note.createdAt.slice(0, 19).replace('T', ' ')
          return csvLine([text, title, author, url, said, location, date])
        })
        .join(''),
    end: () => '',
  }
}
