import { announce } from '../shell/announce.ts'
import { type Command, registerCommands } from '../shell/commands.ts'

export type MonthWay = 'earlier' | 'later'

/** The list that is shown, if it has months. */
type MonthList = {
  element: HTMLElement
  /** Goes to the first row of another month, and gives what is to be said of it; `null` where there is none that way. */
  jump: (way: MonthWay) => string | null
}

let shown: MonthList | null = null

/** Returns how to take it back. */
export function offerMonths(list: MonthList): () => void {
  shown = list
  return () => {
    if (shown === list) shown = null
  }
}

/** Called once, in start.tsx. */
export function registerMonthCommands(): void {
  registerCommands([
    monthCommand('earlier', 'Month before, down the list', 'alt+arrowdown'),
    monthCommand('later', 'Month after, up the list', 'alt+arrowup'),
  ])
}

function monthCommand(way: MonthWay, label: string, keys: string): Command {
  return {
    id: `${way}-month`,
    label,
    group: 'Library',
    keys,
    // One that lies behind a search, or behind the episode in a narrow window, is not seen to move.
    available: () => shown !== null && shown.element.closest('[inert]') === null,
    run: () =>
      announce(shown?.jump(way) ?? `There is no month ${way === 'earlier' ? 'before' : 'after'} this one.`),
  }
}

/** Which month one comes to: back up first to where the row's own begins. `null` where there is none that way. */
export function monthAfter(way: MonthWay, starts: Uint32Array, month: number, index: number): number | null {
  const next = way === 'earlier' ? month + 1 : starts[month] === index ? month - 1 : month
  return next >= 0 && next < starts.length ? next : null
}
