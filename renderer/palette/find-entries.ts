import UFuzzy from '@leeoniya/ufuzzy'
import { folded } from '../../shared/text/fold.ts'
import type { PaletteEntry } from './entries.ts'

export type FoundEntry = {
  entry: PaletteEntry
  /** Where what was typed stands in the label: from and to, in pairs, in UTF-16 units. */
  marks: readonly number[]
}

/** As the library wants it for scripts other than Latin. */
const anyScript = {
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraContr: "'\\p{L}{1,2}\\b",
}
/** Words, or beginnings of them, in any order; in each one letter may be wrong. */
const byWords = new UFuzzy({ ...anyScript, intraChars: "[\\p{L}\\d']", intraMode: 1 })

const mostWordsPermuted = 3
/** Of more, the order is that of the entries. */
const mostRanked = 1000
/** A word that long takes the library long to turn into an expression. */
const mostTyped = 40
const mostShown = 100

/** The best first; with nothing typed, all in the order given. */
export function findEntries(entries: readonly PaletteEntry[], typed: string): FoundEntry[] {
  const needle = folded(typed).trim().slice(0, mostTyped)
  if (needle === '') return entries.slice(0, mostShown).map((entry) => ({ entry, marks: [] }))
  const labels = entries.map(({ label }) => folded(label))
  const found = searchWords(labels, needle)
  const all = found.length > 0 ? found : searchLetters(labels, needle)
  return all.slice(0, mostShown).flatMap(({ index, marks }) => {
    const entry = entries[index]
    if (entry === undefined) return []
    // What is folded may be longer than what is shown, and the places would be others.
    return [{ entry, marks: labels[index]?.length === entry.label.length ? marks : [] }]
  })
}

type Found = { index: number; marks: readonly number[] }

function searchWords(labels: string[], needle: string): Found[] {
  const [indices, info, order] = byWords.search(labels, needle, mostWordsPermuted, mostRanked)
  if (indices === null) return []
  if (info === null) return indices.map((index) => ({ index, marks: [] }))
  return order.flatMap((at) => {
    const index = info.idx[at]
    return index === undefined ? [] : [{ index, marks: info.ranges[at] ?? [] }]
  })
}

/**
 * Letters that only come in their order: "gtn" for "Go to Notes", "adpod" for "Add podcast". Best are those that begin words, then
 * those that stand close together. The library does this too, by regular expressions that some texts keep busy for minutes.
 */
function searchLetters(labels: readonly string[], needle: string): Found[] {
  const letters = [...needle].filter((letter) => letter.trim() !== '')
  const found = labels.flatMap((label, index) => {
    const places = placesOf(letters, label)
    if (places === null) return []
    const begun = places.filter((at) => at === 0 || label[at - 1] === ' ').length
    return [{ index, places, begun, width: (places.at(-1) ?? 0) - (places[0] ?? 0) }]
  })
  return found
    .sort((one, other) => other.begun - one.begun || one.width - other.width || one.index - other.index)
    .map(({ index, places }) => ({
      index,
      marks: places.flatMap((at, nth) => [at, at + (letters[nth]?.length ?? 1)]),
    }))
}

/** Where each letter stands first after the one before it; `null` when one does not. */
function placesOf(letters: readonly string[], label: string): number[] | null {
  const places: number[] = []
  let from = 0
  for (const letter of letters) {
    const at = label.indexOf(letter, from)
    if (at === -1) return null
    places.push(at)
    from = at + letter.length
  }
  return places
}
