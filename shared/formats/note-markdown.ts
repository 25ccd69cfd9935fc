import { anchorEnd, anchorQuote } from '../models/anchor.ts'
import type { Annotation } from '../models/annotation.ts'
import { clockText } from '../time/clock.ts'
import { episodeLink } from './deep-link.ts'
import { tagOf } from './front-matter.ts'
import { link, literal, quoted } from './markdown-text.ts'
import { colourText } from './note-words.ts'

/** A note by itself: what it is on, its words, and where they come from, with a link back. */
function noteMarkdown(note: Annotation): string {
  const { anchor, body, context, episodeId } = note
  const quote = anchorQuote(anchor)
  const times = timesText(note)
  const source = link(
    times === null ? context.episodeTitle : `${context.episodeTitle}, ${times}`,
    episodeLink(episodeId, anchor.startSeconds),
  )
  const blocks = [
    quote === null ? '' : quoted(literal(quote)),
    body.trim(),
    `— ${[source, literal(context.podcastTitle), ...markWords(note)].filter((word) => word !== '').join(' · ')}`,
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

/** Notes one after another, each apart from the next. */
export function notesMarkdown(notes: readonly Annotation[]): string {
  return `${notes.map(noteMarkdown).join('\n\n---\n\n')}\n`
}

/** What else a person said of a note: a star, what its colour means, tags as `#tags` where they can be. */
export function markWords({ starred, colour, tags }: Annotation): string[] {
  return [
    starred ? '★' : '',
    literal(colourText(colour)),
    ...tags.map((tag) => {
      const name = tagOf(tag)
      return name === null ? literal(tag) : `#${name}`
    }),
  ].filter((word) => word !== '')
}

function timesText({ anchor }: Annotation): string | null {
  if (anchor.startSeconds === undefined) return null
  const end = anchorEnd(anchor)
  return `${clockText(anchor.startSeconds)}${end === null ? '' : `–${clockText(end)}`}`
}
