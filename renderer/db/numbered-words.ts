/** Each word it was asked about, by a number that stays its own: numbers are compared, added up and stored for less. */
export type NumberedWords = {
  /** By number. Only ever grows. */
  words: readonly string[]
  numberOf: (word: string) => number
  /** `undefined` for a word that was never asked about. */
  knownNumberOf: (word: string) => number | undefined
}

export function numberWords(): NumberedWords {
  const words: string[] = []
  const numbers = new Map<string, number>()
  return {
    words,
    numberOf: (word) => {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, words.length)
      return words.push(word) - 1
    },
    knownNumberOf: (word) => numbers.get(word),
  }
}
