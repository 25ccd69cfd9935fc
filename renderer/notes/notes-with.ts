import { anchorQuote } from '../../shared/models/anchor.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import { folded, foldedWords } from '../../shared/text/fold.ts'

/** Folding all of them takes longer than looking through them. */
const foldedTexts = new WeakMap<Annotation, string>()

/** Notes whose words, quote, tags, episode or podcast hold every word that was typed. */
export function notesWith(typed: string, notes: readonly Annotation[]): readonly Annotation[] {
  const words = foldedWords(typed)
  if (words.length === 0) return notes
  return notes.filter((note) => {
    const text = textOf(note)
    return words.every((word) => text.includes(word))
  })
}

function textOf(note: Annotation): string {
  const known = foldedTexts.get(note)
  if (known !== undefined) return known
  const { episodeTitle, podcastTitle, chapterTitle } = note.context
  const parts = [
    note.body,
    anchorQuote(note.anchor),
    note.tags.join('\n'),
    episodeTitle,
    podcastTitle,
    chapterTitle,
  ]
  const text = folded(parts.join('\n'))
  foldedTexts.set(note, text)
  return text
}
