import type { Content } from '../format/contents.ts'
import { createNumberGaps } from '../reading/number-gaps.ts'
import { inspect, isWhole } from './inspect.ts'
import {
  type Counts,
  contentInWords,
  countByKind,
  countsInWords,
  damageInWords,
  faultInWords,
} from './words.ts'

/** Takes a line. */
export type Say = (line: string) => void

/** Lists what is in files of a second home. `true` when all of it is whole. Rejects with the system's error. */
export async function listFiles(paths: readonly string[], say: Say): Promise<boolean> {
  const gaps = createNumberGaps()
  let allWhole = true
  for (const path of paths) {
    const counts: Counts = new Map()
    say(path)
    const inspection = await inspect(path, {
      damage: (damage) => say(`  ${damageInWords(damage)}`),
      content: (content) => {
        gaps.add(content)
        countByKind(changesIn(content), counts)
        const line = contentInWords(content)
        if (line !== null) say(`  ${line}`)
      },
    })
    const fault = faultInWords(inspection)
    if (fault !== null) say(`  ${fault}`)
    const whole = isWhole(inspection)
    say(`  in all: ${countsInWords(counts)}${whole ? '; the file is whole' : ''}`)
    allWhole &&= whole
  }
  const missing = gaps.found()
  for (const { from, to } of missing) {
    say(from === to ? `missing: entry ${from}` : `missing: entries ${from} to ${to}`)
  }
  return allWhole && missing.length === 0
}

/** Prints each change as one line of JSON; what is damaged is told to `tell`. */
export async function listRows(paths: readonly string[], say: Say, tell: Say): Promise<boolean> {
  let allWhole = true
  for (const path of paths) {
    const inspection = await inspect(path, {
      damage: (damage) => tell(`${path}: ${damageInWords(damage)}`),
      content: (content) => {
        for (const change of changesIn(content)) say(JSON.stringify(change))
      },
    })
    const fault = faultInWords(inspection)
    if (fault !== null) tell(`${path}: ${fault}`)
    allWhole &&= isWhole(inspection)
  }
  return allWhole
}

function changesIn(content: Content) {
  if (content.is === 'entry') return content.entry.changes
  return content.is === 'change' ? [content.change] : []
}
