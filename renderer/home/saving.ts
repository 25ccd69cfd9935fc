import { create } from 'zustand'
import { failure, type Result } from '../../shared/result.ts'
import { secondHomeTakes } from '../db/durability.ts'
import { onSlowWrites } from '../db/slow-writes.ts'
import { type Saving, type Sender, type SenderParts, startSending } from './send-changes.ts'

export const useSaving = create<{ saving: Saving }>(() => ({ saving: { kind: 'saving' } }))

let sender: Sender | null = null

/** Begins to send what the person makes to the second home, and to tell how that goes. Returns how to stop. */
export function startSaving(parts: Omit<SenderParts, 'show'>): () => void {
  let sending: Saving = { kind: 'saving' }
  let writesAreSlow = false

  function show(): void {
    const saving = writesAreSlow ? writeIsSlow : sending
    if (saving.kind !== 'saving') secondHomeTakes(saving.kind === 'saved')
    useSaving.setState({ saving })
  }

  const stopHearing = onSlowWrites((areSlow) => {
    writesAreSlow = areSlow
    show()
  })
  const begun = startSending({
    ...parts,
    show: (saving) => {
      sending = saving
      show()
    },
  })
  sender = begun
  return () => {
    stopHearing()
    begun.stop()
    if (sender === begun) sender = null
  }
}

/**
 * Resolves when all that was written before is flushed in the second home; fails with the reason when it cannot be for
 * now, or not within `limitMs`.
 */
export async function whenSaved(limitMs?: number): Promise<Result<null>> {
  return (
    sender?.whenSaved(limitMs) ??
    failure('internal', 'Earmark is still starting. What you wrote is kept, and is saved in a moment.')
  )
}

/** Tries now to save what could not be saved. */
export function saveNow(): void {
  sender?.retry()
}

const writeIsSlow: Saving = {
  kind: 'not-saved',
  problem: {
    code: 'timeout',
    message:
      'The disk does not answer, so what you wrote last may not be on it. Earmark goes on trying; if the disk is full, make room. Until then, copy what must not be lost.',
  },
}
