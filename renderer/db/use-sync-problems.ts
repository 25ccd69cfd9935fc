import { useSyncExternalStore } from 'react'
import { liveSyncProblems } from './live-sync-problems.ts'

const problems = liveSyncProblems()

/** By slug; `undefined` until they were read. */
export function useSyncProblems(): ReadonlyMap<string, string> | undefined {
  return useSyncExternalStore(problems.subscribe, problems.latest)
}
