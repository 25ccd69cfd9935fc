/** A note on its way: what of it was shown as saved, so far. */
type Writing = {
  /** All that is typed, in the end. */
  text: string
  /** The longest beginning of it that stood there as saved. */
  shown: string
  isSaved: boolean
}

/** A note that an import puts there, or in the place of one that is there. */
export type Change = { before: string | null; after: string }

export type Made = { notes: readonly string[]; drafts: readonly string[] }

/** What the app has shown as saved, and so must never lose. */
export type Ledger = {
  noteSaved: (text: string) => void
  begin: (text: string) => void
  shownAsSaved: (text: string) => void
  savedAsNote: () => void
  notes: () => readonly string[]
  /** From here on each of these may be as it was or as it will be. */
  mayChange: (changes: readonly Change[]) => void
  /** All of them were shown as done. */
  allChanged: () => void
  /** How many notes and beginnings of notes were claimed to be saved so far. */
  claims: () => number
  /**
   * What is not as it was shown. Of the one under way, anything from what was shown to all of it will do. `inHome`: what was
   * imported is there once it is saved, and not before.
   */
  faults: (found: Made, where?: 'inHome') => string[]
  /** Takes what is there for what has to be there from now on. */
  accept: (found: Made) => void
}

export function openLedger(): Ledger {
  let notes: string[] = []
  let drafts: string[] = []
  let writing: Writing | null = null
  let changes: readonly Change[] = []
  let areChanged = false
  let claims = 0

  function faultsOfWriting(found: Made): string[] {
    if (writing === null) return []
    const { text, shown, isSaved } = writing
    // Another that was cut at the same letter may be there since an earlier moment: each counts once.
    const asNote = without(found.notes, notes).filter((note) => text.startsWith(note))
    const asDraft = without(found.drafts, drafts).filter((draft) => text.startsWith(draft))
    if (asNote.length + asDraft.length > 1) return [`there twice: “${text}”`]
    const [there = ''] = [...asNote, ...asDraft]
    if (isSaved) return there === text ? [] : [`lost note: “${text}”, found “${there}”`]
    return there.length >= shown.length ? [] : [`lost words: “${shown}”, found “${there}”`]
  }

  function faultsOfChanges(found: Made, mayBeBefore: boolean): string[] {
    const there = new Set(found.notes)
    return changes.flatMap(({ before, after }) => {
      if (there.has(after))
        return before !== null && there.has(before) ? [`there as it was and as it is: “${after}”`] : []
      if (!mayBeBefore) return [`not imported: “${after}”`]
      return before === null || there.has(before) ? [] : [`lost note: “${before}”`]
    })
  }

  return {
    noteSaved: (text) => {
      notes.push(text)
      claims += 1
    },
    begin: (text) => {
      writing = { text, shown: '', isSaved: false }
    },
    shownAsSaved: (text) => {
      if (writing === null || !writing.text.startsWith(text) || text.length <= writing.shown.length) return
      writing.shown = text
      claims += 1
    },
    savedAsNote: () => {
      if (writing !== null) writing.isSaved = true
      claims += 1
    },
    notes: () => notes,
    mayChange: (made) => {
      changes = made
      areChanged = false
    },
    allChanged: () => {
      areChanged = true
    },
    claims: () => claims,
    faults: (found, where) => {
      const own = writing?.text ?? ''
      const changing = new Set(changes.flatMap(({ before, after }) => [before, after]))
      const isForeign = (text: string): boolean =>
        !changing.has(text) && (own === '' || !own.startsWith(text))
      return [
        ...without(notes, found.notes)
          .filter((text) => !changing.has(text))
          .map((text) => `lost note: “${text}”`),
        ...without(found.notes, notes)
          .filter(isForeign)
          .map((text) => `foreign or doubled note: “${text}”`),
        ...without(drafts, found.drafts).map((text) => `lost draft: “${text}”`),
        ...without(found.drafts, drafts)
          .filter(isForeign)
          .map((text) => `foreign draft: “${text}”`),
        ...faultsOfWriting(found),
        ...faultsOfChanges(found, where === 'inHome' || !areChanged),
      ]
    },
    accept: (found) => {
      notes = [...found.notes]
      drafts = [...found.drafts]
      writing = null
      changes = []
    },
  }
}

/** What of the one list is not in the other, as often as it is there. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of other) counts.set(text, (counts.get(text) ?? 0) + 1)
  return list.filter((text) => {
    const left = counts.get(text) ?? 0
    counts.set(text, left - 1)
    return left <= 0
  })
}
