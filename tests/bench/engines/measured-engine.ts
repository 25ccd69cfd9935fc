import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { MadeDocuments } from './made-documents.ts'

/** An index over documents that are numbered from 0. */
export type Engine = {
  /** The documents that have all words, of which each may go on; at most 100 are asked for in order of their worth. */
  search: (text: string) => { total: number | null; best: number[] }
  /** All of them, in any order. */
  findAll: (text: string) => Set<number>
  /** Writes it as it would be stored, and gives how to read that back; `bytes` of what is stored. */
  store: () => { bytes: number; load: () => void }
  close?: () => void
}

export type EngineTimes = {
  buildMs: number
  /** What is held once it is built, beyond what was before. */
  memoryBytes: number
  storedBytes: number
  loadMs: number
  searchMs: number[]
  found: Set<number>[]
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

export function measureEngine(build: () => Engine, { beginnings }: MadeDocuments): EngineTimes {
  const before = heldBytes()
  const beganMs = performance.now()
  const engine = build()
  const buildMs = performance.now() - beganMs
  const memoryBytes = heldBytes() - before
  for (const text of beginnings.slice(0, 20)) engine.search(text)
  const searchMs = beginnings.map((text) => {
    const begunMs = performance.now()
    engine.search(text)
    return performance.now() - begunMs
  })
  const found = beginnings.map(engine.findAll)
  const { bytes: storedBytes, load } = engine.store()
  const loadedFromMs = performance.now()
  load()
  const loadMs = performance.now() - loadedFromMs
  engine.close?.()
  return { buildMs, memoryBytes, storedBytes, loadMs, searchMs, found }
}

function heldBytes(): number {
  // What only buffers hold is let go with the collection after the one that finds their objects gone.
  for (let times = 0; times < 3; times += 1) collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return heapUsed + Math.max(external, arrayBuffers)
}
