import { anchorEnd, anchorQuote } from '../../models/anchor.ts'
import type { Annotation } from '../../models/annotation.ts'
import { clockText } from '../../time/clock.ts'
import { noteLink } from '../deep-link.ts'
import { tagOf } from '../front-matter.ts'
import { addressText, link, quoted } from '../markdown-text.ts'
import { markWords } from '../note-markdown.ts'
import { colourText, stateWords } from '../note-words.ts'
import type { NotedEpisode } from '../noted-episode.ts'
import { linesOf } from '../plain-text.ts'
import { markdown } from './markdown-value.ts'
import { timeLink } from './time-link.ts'

/** A note as templates know it; `fields.ts` says what each is. */
export function noteView(noted: NotedEpisode, note: Annotation) {
  const { anchor, context, tracking } = note
  const start = anchor.startSeconds ?? null
  const end = anchorEnd(anchor)
  const block = noteBlocks(note).join('\n\n')
  return {
    time: markdown(start === null ? '' : timeLink(noted, start, end)),
    start: start === null ? '' : clockText(start),
    end: end === null ? '' : clockText(end),
    chapter: context.chapterTitle ?? '',
    date: markdown(note.createdAt.slice(0, 10)),
    changed: markdown(note.updatedAt.slice(0, 10)),
    quote: anchorQuote(anchor) ?? '',
    body: markdown(linesOf(note.body).join('\n')),
    quotedBody: markdown(note.body === '' ? '' : quoted(note.body)),
    block: markdown(block),
    indentedBlock: markdown(block.replace(/^(?=.)/gm, '  ')),
    words: markdown(wordsOf(note)),
    starred: note.starred,
    colour: colourText(note.colour),
    tags: note.tags.flatMap((tag) => tagOf(tag) ?? []),
    tracking: tracking === null ? '' : stateWords[tracking.state],
    trackingNote: markdown(tracking === null || tracking.note === '' ? '' : quoted(tracking.note)),
    lookAgain: markdown(tracking?.lookAgainOn ?? ''),
    link: markdown(addressText(noteLink(note.id))),
    open: markdown(link('Open in Earmark', noteLink(note.id))),
  }
}

/** Its words, and below them what else the person said of it. */
function noteBlocks(note: Annotation): string[] {
  const { body, tracking } = note
  return [
    body === '' ? '' : quoted(body),
    wordsOf(note),
    tracking === null || tracking.note === '' ? '' : quoted(tracking.note),
  ].filter((text) => text !== '')
}

/** “★ · Question · #tea · To try, look again 2026-12-01”. */
function wordsOf(note: Annotation): string {
  const { tracking } = note
  const again = tracking?.lookAgainOn == null ? '' : `, look again ${tracking.lookAgainOn}`
  const words = markWords(note)
  return (tracking === null ? words : [...words, `${stateWords[tracking.state]}${again}`]).join(' · ')
}
