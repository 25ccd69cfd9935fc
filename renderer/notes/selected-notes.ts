import { create } from 'zustand'

/** Notes that are chosen to be changed together. `from`: where a stretch of them begins. */
export const useSelectedNotes = create<{ ids: ReadonlySet<string>; from: string | null }>(() => ({
  ids: new Set(),
  from: null,
}))

export function toggleSelected(id: string): void {
  const { ids } = useSelectedNotes.getState()
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  useSelectedNotes.setState({ ids: next, from: id })
}

/** From the last that was toggled up to this one, in the order they are listed; the others stay as they are. */
export function selectUpTo(id: string, listed: readonly string[]): void {
  const { ids, from } = useSelectedNotes.getState()
  const [one, other] = [listed.indexOf(from ?? id), listed.indexOf(id)]
  if (one === -1 || other === -1) {
    toggleSelected(id)
    return
  }
  const stretch = listed.slice(Math.min(one, other), Math.max(one, other) + 1)
  useSelectedNotes.setState({ ids: new Set([...ids, ...stretch]), from: from ?? id })
}

export function selectAll(listed: readonly string[]): void {
  useSelectedNotes.setState({ ids: new Set(listed) })
}

export function clearSelected(): void {
  useSelectedNotes.setState({ ids: new Set(), from: null })
}
