/** How far an act on many notes has come, for whoever shows it and can end it. */
export type Along = { told: (notesSeen: number) => void; signal: AbortSignal }

/** So many are written in well under a second: whoever types meanwhile waits no longer than that, and so does a stop. */
const notesAtOnce = 500

export const unaccompanied: Along = { told: () => undefined, signal: new AbortController().signal }

/**
 * Does something to many notes, a part of them in a transaction of its own each, until it is told to stop. Notes that were made one after
 * the other lie beside each other, so their ids go in order.
 */
export async function inParts(
  ids: readonly string[],
  { told, signal }: Along,
  change: (some: readonly string[]) => Promise<void>,
): Promise<void> {
  const ordered = ids.length > notesAtOnce ? [...new Set(ids)].sort() : ids
  for (let at = 0; at < ordered.length && !signal.aborted; at += notesAtOnce) {
    const some = ordered.slice(at, at + notesAtOnce)
    await change(some)
    told(at + some.length)
  }
}
