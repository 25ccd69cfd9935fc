import type { HomeCheck, HomeStanding } from '../../shared/kept/home.ts'

const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** "22 November 2026 at 21:59"; `at` is ISO 8601 UTC. */
export function atText(at: string): string {
  return dayAndTime.format(new Date(at))
}

export function whereText({ isDefault }: Pick<HomeStanding, 'isDefault'>): string {
  return isDefault ? 'On this computer, beside the library' : 'In the folder that you chose'
}

export function snapshotsText({ snapshots, lastSnapshotAt }: HomeStanding): string {
  if (snapshots === 0 || lastSnapshotAt === null)
    return 'None yet; the first is taken minutes after you made something'
  return snapshots === 1
    ? `One, of ${atText(lastSnapshotAt)}`
    : `${count(snapshots)}, the last of ${atText(lastSnapshotAt)}`
}

/** What a reading of all its files found. */
export function checkText({ damaged, missing }: Pick<HomeCheck, 'damaged' | 'missing'>): string {
  if (damaged.length === 0 && missing.length === 0) return 'All of it was read, and all of it is whole.'
  const found = [
    damaged.length === 0
      ? null
      : `${damaged.length === 1 ? 'One file is' : `${count(damaged.length)} files are`} damaged (${damaged.map(({ file }) => file).join(', ')}).`,
    missing.length === 0 ? null : missingText(missing),
  ].filter((sentence) => sentence !== null)
  return `${found.join(' ')} What is whole is used, and what is lost there is written again from your library within a day. If this happens again, move it to another disk.`
}

function missingText(missing: HomeCheck['missing']): string {
  const entries = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  return entries === 1 ? 'One entry is missing.' : `${count(entries)} entries are missing.`
}

/** After a move; `before` is what was known of it before. */
export function movedText(before: HomeStanding | null, now: HomeStanding): string {
  const here = `Your second home is now in ${now.folder}.`
  if (before === null || before.folder === now.folder) return here
  const isSame = before.homeId !== null && before.homeId === now.homeId
  if (isSame) {
    return `${here} All of it was copied and compared. The folder where it was is kept as it is: ${before.folder}. You may delete it.`
  }
  const filled =
    now.lastNumber > 0
      ? 'There was one already: what it holds is put together with your library.'
      : 'It is filled from your library.'
  return `${here} ${filled} The one in ${before.folder} was left as it is.`
}

function count(number: number): string {
  return number.toLocaleString('en')
}
