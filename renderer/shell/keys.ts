import { useAppFacts, useSettings } from '../settings/store.ts'
import { matchKeys } from './command-keys.ts'
import { type Command, useCommands } from './commands.ts'
import { chordOf } from './key-chord.ts'
import { isTypedIn, usesKey } from './key-target.ts'
import { followPointer } from './pointed.ts'

/** How long the first of two keys in turn waits for the second. */
const sequenceMs = 1500

/** Keys that do more the longer they are held; every other one acts once. */
const repeating = /arrow|^[[\]]$/

export function isMac(): boolean {
  return useAppFacts.getState().facts?.platform === 'darwin'
}

/** Lets the keys of all commands act, wherever the focus is, except while a person types or a dialog is open. */
export function startKeys(): () => void {
  let begun: { chord: string; atMs: number } | null = null

  function hear(event: KeyboardEvent): void {
    const chord = chordOf(event, isMac())
    if (chord === null || isForOthers(event, chord)) return
    const first = begun !== null && event.timeStamp - begun.atMs < sequenceMs ? begun.chord : null
    begun = null

    const match = (first === null ? null : commandFor(`${first} ${chord}`)) ?? commandFor(chord)
    if (match === null) return
    if (isTypedIn(event.target) && (match === 'begun' || match.whileTyping !== true)) return
    event.preventDefault()
    if (match === 'begun') begun = { chord, atMs: event.timeStamp }
    else if (!event.repeat || repeating.test(chord)) match.run()
  }

  const stopPointer = followPointer()
  window.addEventListener('keydown', hear)
  return () => {
    stopPointer()
    window.removeEventListener('keydown', hear)
  }
}

function commandFor(typed: string): Command | 'begun' | null {
  const { commands } = useCommands.getState()
  const match = matchKeys(commands.values(), useSettings.getState().keys, typed)
  switch (match.kind) {
    case 'command':
      return match.command
    case 'begun':
      return 'begun'
    case 'none':
      return null
  }
}

function isForOthers(event: KeyboardEvent, chord: string): boolean {
  return event.defaultPrevented || event.isComposing || usesKey(event.target, chord) || isInDialog()
}

function isInDialog(): boolean {
  return document.querySelector('dialog:modal') !== null
}
