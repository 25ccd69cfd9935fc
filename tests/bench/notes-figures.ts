import { atLeast, atMost, type Figure, figure } from './figure.ts'
import { median } from './machine/quantile.ts'
import type { ActTime, ActTimes } from './notes/measure-acts.ts'
import { type ExportTimes, measuredExports } from './notes/measure-exports.ts'
import { type ListCosts, measuredLists } from './notes/measure-lists.ts'
import { rounded } from './rounded.ts'

const listNames = {
  date: 'notes by date',
  episode: 'notes by episode',
  podcast: 'notes by podcast',
  tag: 'notes by tag',
  topic: 'notes by topic',
  tracker: 'takeaways to try',
} as const

/** What very many notes cost. The goals are those of the project; lists are held against those of a library of 20 notes. */
export function notesFigures(measures: {
  notes: number
  lists: ListCosts
  fewLists: ListCosts
  acts: ActTimes
  exports: readonly ExportTimes[]
}): Figure[] {
  const { notes, lists, fewLists, acts, exports } = measures
  return [
    figure('notes in the library', notes, 'notes'),
    ...measuredLists.flatMap((list) => {
      const name = `opening ${listNames[list]}`
      const [all, few] = [lists[list], fewLists[list]]
      return [
        figure(`${name}, main thread`, worst(all, 'busyMs'), 'ms', {
          goal: atMost(100),
          yardstick: worst(few, 'busyMs'),
        }),
        // On a clock that also counts what the machine does for others.
        figure(`${name}, longest gap`, worst(all, 'longestMs'), 'ms', {
          yardstick: worst(few, 'longestMs'),
        }),
      ]
    }),
    ...actFigures('starring all', notes, acts.star),
    ...actFigures('undoing that', notes, acts.undo),
    ...measuredExports.flatMap((format) => {
      const times = exports.map((all) => all[format])
      return [
        figure(`export, ${format}`, notes / median(times.map(({ seconds }) => seconds)), 'notes/s', {
          goal: atLeast(5000),
        }),
        figure(
          `export, ${format}, CPU of all processes`,
          (1000 * median(times.map(({ cpuSeconds }) => cpuSeconds))) / notes,
          'ms/note',
        ),
      ]
    }),
  ].map(rounded)
}

function worst<Name extends string>(costs: readonly Record<Name, number>[], name: Name): number {
  return Math.max(...costs.map((cost) => cost[name]))
}

function actFigures(words: string, notes: number, { seconds, longestGapMs, falseAlarms }: ActTime): Figure[] {
  return [
    figure(`${words}, until it is told`, seconds, 's'),
    figure(`${words}, notes per second`, notes / seconds, 'notes/s'),
    figure(`${words}, longest gap`, longestGapMs, 'ms'),
    figure(`${words}, false alarms about the disk`, falseAlarms, 'times', { goal: atMost(0) }),
  ]
}
