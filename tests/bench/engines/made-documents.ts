import { randomFor } from '../../server/catalogue/random.ts'

export type MadeDocuments = {
  /** A title of eight words and a text of eighty each. */
  documents: { title: string; text: string }[]
  /** Two words of one document, of the second only its first letters; as people type. */
  beginnings: string[]
}

const vocabulary = 30_000
const [titleWords, textWords] = [8, 80]
const syllables =
  'ba be bi bo bu da de di do du fa fe ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu pa pe po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo za ze zo'.split(
    ' ',
  )

/** Words that stand as often as those of a language: the tenth a tenth as often as the first. */
export function madeDocuments(seed: number, size: number, searches: number): MadeDocuments {
  const random = randomFor('engines', seed)
  const below = (limit: number): number => Math.floor(random.fraction() * limit)
  const words = new Set<string>()
  while (words.size < vocabulary) {
    const count = 2 + below(3)
    words.add(Array.from({ length: count }, () => syllables[below(syllables.length)]).join(''))
  }
  const list = [...words].sort((one, other) => one.length - other.length)
  const word = (): string => list[Math.floor(vocabulary ** random.fraction()) - 1] ?? ''
  const some = (count: number): string => Array.from({ length: count }, word).join(' ')
  const documents = Array.from({ length: size }, () => ({ title: some(titleWords), text: some(textWords) }))
  const beginnings = Array.from({ length: searches }, () => {
    const its = (documents[below(size)]?.text ?? '').split(' ')
    const [one = '', other = ''] = [its[below(its.length)], its[below(its.length)]]
    return `${one} ${other.slice(0, 3 + below(2))}`
  })
  return { documents, beginnings }
}
