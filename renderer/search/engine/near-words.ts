import type { Segment } from './segment.ts'
import { termOf, termsBeginningWith } from './vocabulary.ts'

/** Shorter words are as often another word as a wrong one. */
const shortestWord = 4
/** So many letters lie side by side in Unicode, which keeps those of a script together. */
const blockSize = 128

/** A word that may be meant, and in how many documents it is found. */
export type NearWord = { word: string; documents: number }

/**
 * Words that are one typing error away from the one typed, and stand in a segment: a letter more, less or other, or two that changed
 * places; those of the most documents first. Where the word `mayGoOn`, beginnings of words count as well, but after whole ones.
 */
export function nearWords(segments: readonly Segment[], typed: string, mayGoOn: boolean): NearWord[] {
  if (typed.length < shortestWord) return []
  const [whole, begun]: [NearWord[], NearWord[]] = [[], []]
  for (const word of variantsOf(typed, lettersNear(segments, typed))) {
    const documents = sum(segments, (segment) => documentsOf(segment, word))
    if (documents > 0) whole.push({ word, documents })
    else if (mayGoOn && word.length >= shortestWord) {
      const ofBeginning = sum(segments, (segment) => documentsBeginningWith(segment, word))
      if (ofBeginning > 0) begun.push({ word, documents: ofBeginning })
    }
  }
  return [whole, begun].flatMap((words) => words.sort((one, other) => other.documents - one.documents))
}

function variantsOf(typed: string, letters: readonly string[]): Set<string> {
  const variants = new Set<string>()
  for (let at = 0; at <= typed.length; at += 1) {
    const [before, here, after] = [typed.slice(0, at), typed.charAt(at), typed.slice(at + 1)]
    for (const letter of letters) {
      variants.add(`${before}${letter}${here}${after}`)
      if (here !== '') variants.add(`${before}${letter}${after}`)
    }
    if (here !== '') variants.add(`${before}${after}`)
    if (after !== '') variants.add(`${before}${after.charAt(0)}${here}${after.slice(1)}`)
  }
  variants.delete(typed)
  return variants
}

/** The letters of the words' scripts that stand in any segment. */
function lettersNear(segments: readonly Segment[], typed: string): string[] {
  const blocks = new Set(Array.from(typed, (letter) => blockOf(letter.charCodeAt(0))))
  const near = segments.flatMap((segment) => [...lettersIn(segment)])
  return [...new Set(near)]
    .filter((unit) => blocks.has(blockOf(unit)))
    .map((unit) => String.fromCharCode(unit))
}

function blockOf(unit: number): number {
  return Math.floor(unit / blockSize)
}

const known = new WeakMap<Segment, ReadonlySet<number>>()

function lettersIn(segment: Segment): ReadonlySet<number> {
  const letters = known.get(segment) ?? new Set(segment.letters)
  known.set(segment, letters)
  return letters
}

function documentsOf(segment: Segment, word: string): number {
  const term = termOf(segment, word)
  return term === -1 ? 0 : (segment.termDocuments[term] ?? 0)
}

function documentsBeginningWith(segment: Segment, beginning: string): number {
  const { from, end } = termsBeginningWith(segment, beginning)
  let documents = 0
  for (let term = from; term < end; term += 1) documents += segment.termDocuments[term] ?? 0
  return documents
}

function sum(segments: readonly Segment[], of: (segment: Segment) => number): number {
  return segments.reduce((all, segment) => all + of(segment), 0)
}
