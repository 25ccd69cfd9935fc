import { encodeJson } from '../format/record.ts'

/** Changes of one transaction, each as JSON text. */
export type EncodedChanges = readonly string[]

/** In characters of JSON: lines stay short enough to be read one by one, however much a transaction changed. */
const longestEntry = 1024 * 1024

export type EncodedEntries = {
  bytes: Buffer
  /** Of the last entry of each transaction. */
  numbers: number[]
  lastNumber: number
}

/** Lines for the journal, numbered from after `lastNumber` on. `at` is ISO 8601 UTC. */
export function encodeEntries(
  transactions: readonly EncodedChanges[],
  lastNumber: number,
  at: string,
): EncodedEntries {
  const lines: Buffer[] = []
  let number = lastNumber
  const numbers = transactions.map((changes) => {
    for (const part of inParts(changes)) {
      number += 1
      lines.push(encodeJson(`{"number":${number},"at":${JSON.stringify(at)},"changes":[${part.join(',')}]}`))
    }
    return number
  })
  return { bytes: Buffer.concat(lines), numbers, lastNumber: number }
}

function inParts(changes: EncodedChanges): string[][] {
  const parts: string[][] = []
  let room = 0
  for (const change of changes) {
    const part = parts.at(-1)
    if (part === undefined || change.length > room) {
      parts.push([change])
      room = longestEntry - change.length
    } else {
      part.push(change)
      room -= change.length
    }
  }
  return parts
}
