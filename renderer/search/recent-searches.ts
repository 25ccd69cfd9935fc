import { z } from 'zod'
import { create } from 'zustand'
import { recall, remember } from '../db/memory.ts'

const memoryKey = 'recent-searches'
const mostRecent = 8

/** What was searched last with an outcome that was opened, newest first; on this machine alone. */
export const useRecentSearches = create<{ texts: readonly string[] }>(() => ({ texts: [] }))

export async function restoreRecentSearches(): Promise<void> {
  const texts = await recall(memoryKey, z.array(z.string().max(1000)).max(mostRecent))
  if (texts !== null) useRecentSearches.setState({ texts })
}

export function keepRecent(typed: string): void {
  const text = typed.trim()
  const { texts } = useRecentSearches.getState()
  if (text === '' || text === texts[0]) return
  set([text, ...texts.filter((other) => other !== text)].slice(0, mostRecent))
}

export function forgetRecent(): void {
  set([])
}

function set(texts: readonly string[]): void {
  useRecentSearches.setState({ texts })
  void remember(memoryKey, texts)
}
