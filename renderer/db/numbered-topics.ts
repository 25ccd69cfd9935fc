/** Every topic that the library ever met, by a number that stays its own: numbers add up faster than names. */
export type NumberedTopics = {
  /** By number. Only ever grows. */
  names: readonly string[]
  numberOf: (topic: string) => number
  /** `undefined` for a topic that no episode ever had. */
  knownNumberOf: (topic: string) => number | undefined
}

export function numberTopics(): NumberedTopics {
  const names: string[] = []
  const numbers = new Map<string, number>()
  return {
    names,
    numberOf: (topic) => {
      const known = numbers.get(topic)
      if (known !== undefined) return known
      numbers.set(topic, names.length)
      return names.push(topic) - 1
    },
    knownNumberOf: (topic) => numbers.get(topic),
  }
}
