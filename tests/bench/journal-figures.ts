import { atLeast, atMost, atMostMore, atMostTimes, type Figure, figure } from './figure.ts'
import type { ArchiveTime } from './journal/measure-archive.ts'
import type { SavingMeasures } from './journal/measure-saving.ts'
import type { StartTime } from './journal/measure-start.ts'
import type { StartTimes } from './journal/measure-starts.ts'
import { median, quantile } from './machine/quantile.ts'
import { rounded } from './rounded.ts'

/** What the second home costs, each figure beside what it is held against. The goals are those of the project. */
export function journalFigures(measures: {
  notes: number
  saving: SavingMeasures
  starts: StartTimes
  archives: Record<'folder' | 'zip', ArchiveTime[]>
}): Figure[] {
  const { notes, saving, starts, archives } = measures
  return [
    figure('notes in the library', notes, 'notes'),
    ...savingFigures(saving),
    ...startFigures(starts),
    ...archiveFigures('folder', notes, archives.folder),
    ...archiveFigures('zip', notes, archives.zip),
  ].map(rounded)
}

function savingFigures({ alone, besideSnapshots, snapshotMs }: SavingMeasures): Figure[] {
  const p95 = (values: readonly number[]): number => quantile(values, 0.95)
  const saved = 'key press to “Saved”'
  return [
    figure(`${saved}, median, beside a bare flush`, median(alone.savedMs), 'ms', {
      yardstick: median(alone.bareFlushMs),
    }),
    figure(`${saved}, 95th percentile`, p95(alone.savedMs), 'ms', { goal: atMost(30) }),
    figure(`${saved}, 95th percentile, beside a bare flush`, p95(alone.savedMs), 'ms', {
      yardstick: p95(alone.bareFlushMs),
      goal: atMostTimes(2),
    }),
    figure('an empty call to the main process and back, median', median(alone.emptyCallMs), 'ms', {
      yardstick: median(alone.bareFlushMs),
    }),
    figure(`${saved} while snapshots are taken, 95th percentile`, p95(besideSnapshots.savedMs), 'ms', {
      yardstick: p95(alone.savedMs),
    }),
    figure('a snapshot, median', median(snapshotMs), 'ms'),
  ]
}

function startFigures({ withHome, withoutHome }: StartTimes): Figure[] {
  const beside = (words: string, of: (time: StartTime) => number): Figure =>
    figure(`${words}, beside a build without second home`, median(withHome.map(of)), 'ms', {
      yardstick: median(withoutHome.map(of)),
      goal: atMostMore(50),
    })
  return [
    beside('start to a list that answers', ({ answeredMs }) => answeredMs),
    beside('start to the view of all notes', ({ notesMs }) => notesMs),
  ]
}

function archiveFigures(form: string, notes: number, times: readonly ArchiveTime[]): Figure[] {
  const perSecond = (words: string, seconds: number[]): Figure =>
    figure(`archive as a ${form}, ${words}`, notes / median(seconds), 'rows/s', { goal: atLeast(5000) })
  return [
    perSecond(
      'export',
      times.map(({ exportSeconds }) => exportSeconds),
    ),
    perSecond(
      'import',
      times.map(({ importSeconds }) => importSeconds),
    ),
  ]
}
