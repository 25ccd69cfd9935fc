import type { HomeStanding } from '../../shared/kept/home.ts'
import type { Saving } from '../home/send-changes.ts'

/** Why what the person writes is not saved for now. */
export type HeldUp = {
  /** What happened, what was kept, what to do. */
  message: string
  /** What can be done about it, the likeliest first. */
  ways: readonly Way[]
}
export type Way = 'again' | 'other-folder' | 'here'

/** `null` while all is well. The second home itself knows best; what else is in the way, the page knows. */
export function heldUp(standing: HomeStanding | null, saving: Saving): HeldUp | null {
  const trouble = standing?.trouble ?? null
  if (standing !== null && trouble !== null) return { message: trouble.message, ways: waysOutOf(standing) }
  return saving.kind === 'not-saved' ? { message: saving.problem.message, ways: ['again'] } : null
}

function waysOutOf({ trouble, isDefault }: HomeStanding): readonly Way[] {
  // In the data folder a new one can take the place of one that is gone, but not of one that is only full.
  if (isDefault && trouble?.code !== 'missing') return ['again', 'other-folder']
  return ['again', 'other-folder', 'here']
}

export function wayText(way: Way, standing: HomeStanding | null): string {
  switch (way) {
    case 'again':
      return 'Try again'
    case 'other-folder':
      return 'Choose another folder…'
    case 'here':
      return standing?.isDefault === true ? 'Make it anew' : 'Keep it on this computer'
  }
}

const [minuteMs, hourMs, dayMs] = [60_000, 60 * 60_000, 24 * 60 * 60_000]

export function clockText(setBackMs: number): string {
  return `The clock of this computer went back by about ${spanText(setBackMs)}. Nothing was lost: of two versions Earmark still knows which is the later one. Look in your system’s settings whether date and time are right.`
}

function spanText(milliseconds: number): string {
  const [unitMs, name] =
    milliseconds >= 2 * dayMs
      ? [dayMs, 'days']
      : milliseconds >= 2 * hourMs
        ? [hourMs, 'hours']
        : [minuteMs, 'minutes']
  return `${Math.round(milliseconds / unitMs).toLocaleString('en')} ${name}`
}
