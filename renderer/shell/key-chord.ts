/** What a key press needs to have to be read; a `KeyboardEvent` has it. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const modifiers = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph'])

/**
 * A key press as commands name it: 'n', '?', 'space', 'shift+arrowleft', 'mod+z'. `mod` is Cmd on a Mac and Ctrl
 * elsewhere. Shift is named only where it does not already show in the character. `null` for a modifier alone.
 */
export function chordOf(press: KeyPress, onMac: boolean): string | null {
  if (modifiers.has(press.key) || press.key === 'Dead' || press.key === 'Unidentified') return null
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase()
  const mod = onMac ? press.metaKey : press.ctrlKey
  const other = onMac ? press.ctrlKey : press.metaKey
  const shiftCounts = press.shiftKey && (key.length > 1 || /\p{L}/u.test(key))
  const parts = [
    mod ? 'mod' : null,
    other ? (onMac ? 'ctrl' : 'meta') : null,
    press.altKey ? 'alt' : null,
    shiftCounts ? 'shift' : null,
    key,
  ]
  return parts.filter((part) => part !== null).join('+')
}

const words: Readonly<Record<string, string>> = {
  space: 'Space',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
  shift: 'Shift',
  alt: 'Alt',
  ctrl: 'Ctrl',
  meta: 'Super',
}

/** The chords of `keys`, each as the words on its keys: 'g l' is `[['G'], ['L']]`. */
export function keyWords(keys: string, onMac: boolean): string[][] {
  return keys.split(' ').map((chord) => chordParts(chord).map((part) => wordOf(part, onMac)))
}

/** The key itself may be a plus. */
function chordParts(chord: string): string[] {
  const parts = chord.split('+')
  return chord.endsWith('+') ? [...parts.slice(0, -2), '+'] : parts
}

function wordOf(part: string, onMac: boolean): string {
  if (part === 'mod') return onMac ? '⌘' : 'Ctrl'
  return words[part] ?? (part.length === 1 ? part.toUpperCase() : part)
}
