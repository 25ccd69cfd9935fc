import { navigate } from 'wouter/use-hash-location'
import { create } from 'zustand'
import { recall, remember } from '../../db/memory.ts'
import { addressOfChoice, everyHighlight, type LaneChoice, laneChoiceSchema } from './lane-choice.ts'

const memoryKey = 'highlight-lanes'

export const useLaneChoice = create<LaneChoice>(() => ({ lane: 'main-idea', ...everyHighlight }))

/** Lists other highlights, and says so in the address. */
export function chooseLanes(change: Partial<LaneChoice>): void {
  const choice = { ...useLaneChoice.getState(), ...change }
  takeChoice(choice)
  navigate(addressOfChoice(choice), { replace: true })
}

/** The same for what stands in the address already. */
export function takeChoice(choice: LaneChoice): void {
  useLaneChoice.setState(choice)
  void remember(memoryKey, choice)
}

/** What was chosen survives a restart, and whoever comes back to the view finds it. */
export async function restoreLaneChoice(): Promise<void> {
  const remembered = await recall(memoryKey, laneChoiceSchema)
  if (remembered !== null) useLaneChoice.setState(remembered)
}
