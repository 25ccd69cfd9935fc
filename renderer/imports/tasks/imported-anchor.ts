import { sameStartSeconds } from '../../../shared/anchoring/bars.ts'
import type { EpisodeState } from '../../../shared/anchoring/episode-state.ts'
import { sameWords } from '../../../shared/anchoring/similarity.ts'
import type { Anchor } from '../../../shared/models/anchor.ts'
import type { ForeignNote } from '../reading/foreign-note.ts'

type Words = Pick<ForeignNote, 'startSeconds' | 'endSeconds' | 'quote' | 'body'>

/** What a note points at, and its Markdown with what has no place there. `state` is that of its episode where the library knows it. */
export function anchoredNote(note: Words, state: EpisodeState | null): { anchor: Anchor; body: string } {
  const { startSeconds, endSeconds, quote, body } = note
  const onPart = state === null || quote === '' ? null : (onHighlight(note, state) ?? onChapter(note, state))
  if (onPart !== null) return { anchor: onPart, body }
  if (startSeconds === null) {
    if (quote === '') return { anchor: { kind: 'moment', startSeconds: 0 }, body }
    return { anchor: { kind: 'highlight', highlightKind: 'other', quote }, body }
  }
  if (endSeconds === null) return { anchor: { kind: 'moment', startSeconds }, body: withQuote(quote, body) }
  if (quote === '') return { anchor: { kind: 'range', startSeconds, endSeconds }, body }
  return { anchor: { kind: 'transcript', startSeconds, endSeconds, quote }, body }
}

/** A highlight of the service’s that was exported by Earmark, or copied. */
function onHighlight({ quote }: Words, { highlights }: EpisodeState): Anchor | null {
  const highlight = highlights.find(({ text }) => sameWords(text, quote))
  if (highlight === undefined) return null
  const { kind, text, startSeconds } = highlight
  return {
    kind: 'highlight',
    highlightKind: kind,
    quote: text,
    ...(startSeconds === undefined ? {} : { startSeconds }),
  }
}

function onChapter({ quote, startSeconds }: Words, { chapters }: EpisodeState): Anchor | null {
  if (startSeconds === null) return null
  const chapter = chapters.find(
    (each) => Math.abs(each.startSeconds - startSeconds) <= sameStartSeconds && sameWords(each.title, quote),
  )
  return chapter === undefined
    ? null
    : { kind: 'chapter', startSeconds: chapter.startSeconds, title: chapter.title }
}

/** A moment keeps no quote; one with a note beside it stands above that, else it is the note. */
function withQuote(quote: string, body: string): string {
  if (quote === '' || body === '') return quote === '' ? body : quote
  const lines = quote.split(/\r\n|[\r\n]/).map((line) => (line === '' ? '>' : `> ${line}`))
  return `${lines.join('\n')}\n\n${body}`
}
