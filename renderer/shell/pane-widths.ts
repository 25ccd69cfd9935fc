import { z } from 'zod'
import { create } from 'zustand'
import { recall, remember } from '../db/memory.ts'

export type Pane = 'navigation' | 'place'

/** In CSS pixels. */
export const paneLimits: Readonly<Record<Pane, { least: number; usual: number; most: number }>> = {
  navigation: { least: 168, usual: 208, most: 320 },
  place: { least: 280, usual: 348, most: 640 },
}

const memoryKey = 'pane-widths'
const schema = z.object({ navigation: z.number(), place: z.number() })

export const usePaneWidths = create<Record<Pane, number>>(() => ({
  navigation: paneLimits.navigation.usual,
  place: paneLimits.place.usual,
}))

export function setPaneWidth(pane: Pane, pixels: number): void {
  const { least, most } = paneLimits[pane]
  usePaneWidths.setState({ [pane]: Math.round(Math.min(most, Math.max(least, pixels))) })
}

export function keepPaneWidths(): void {
  void remember(memoryKey, usePaneWidths.getState())
}

export async function restorePaneWidths(): Promise<void> {
  const widths = await recall(memoryKey, schema)
  if (widths === null) return
  setPaneWidth('navigation', widths.navigation)
  setPaneWidth('place', widths.place)
}
