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
import { type MarkdownValue, markdown } from './markdown-value.ts'
import { timeLink } from './time-link.ts'

/**
 * A note as templates know it; `fields.ts` says what each is. Each is made when a template says it, which most never do: making all
 * of them took longer than writing what was said.
 */
export class NoteView {
  readonly #noted: NotedEpisode
  readonly #note: Annotation
  /** A section and what stands in it ask for the same one. */
  readonly #made = new Map<string, MarkdownValue | ''>()

  constructor(noted: NotedEpisode, note: Annotation) {
    this.#noted = noted
    this.#note = note
  }

  #once(name: string, make: () => string): MarkdownValue | '' {
    const made = this.#made.get(name) ?? markdown(make())
    this.#made.set(name, made)
    return made
  }

  get time() {
    const [{ startSeconds }, end] = [this.#note.anchor, anchorEnd(this.#note.anchor)]
    return this.#once('time', () =>
      startSeconds === undefined ? '' : timeLink(this.#noted, startSeconds, end),
    )
  }
  get start() {
    const { startSeconds } = this.#note.anchor
    return startSeconds === undefined ? '' : clockText(startSeconds)
  }
  get end() {
    const end = anchorEnd(this.#note.anchor)
    return end === null ? '' : clockText(end)
  }
  get chapter() {
    return this.#note.context.chapterTitle ?? ''
  }
  get date() {
    return markdown(this.#note.createdAt.slice(0, 10))
  }
  get changed() {
    return markdown(this.#note.updatedAt.slice(0, 10))
  }
  get quote() {
    return anchorQuote(this.#note.anchor) ?? ''
  }
  get body() {
    return markdown(linesOf(this.#note.body).join('\n'))
  }
  get quotedBody() {
    const { body } = this.#note
    return markdown(body === '' ? '' : quoted(body))
  }
  get block() {
    return this.#once('block', () => noteBlocks(this.#note).join('\n\n'))
  }
  get indentedBlock() {
    return this.#once('indentedBlock', () => String(this.block).replace(/^(?=.)/gm, '  '))
  }
  get words() {
    return markdown(wordsOf(this.#note))
  }
  get starred() {
    return this.#note.starred
  }
  get colour() {
    return colourText(this.#note.colour)
  }
  get tags() {
    return this.#note.tags.flatMap((tag) => tagOf(tag) ?? [])
  }
  get tracking() {
    const { tracking } = this.#note
    return tracking === null ? '' : stateWords[tracking.state]
  }
  get trackingNote() {
    const { tracking } = this.#note
    return markdown(tracking === null || tracking.note === '' ? '' : quoted(tracking.note))
  }
  get lookAgain() {
    return markdown(this.#note.tracking?.lookAgainOn ?? '')
  }
  get link() {
    return markdown(addressText(noteLink(this.#note.id)))
  }
  get open() {
    return markdown(link('Open in Earmark', noteLink(this.#note.id)))
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
