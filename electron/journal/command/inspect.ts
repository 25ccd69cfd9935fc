import { open } from 'node:fs/promises'
import type { Content } from '../format/contents.ts'
import type { Damage } from '../format/records-in-line.ts'
import { scan } from '../format/scan.ts'
import { verifySnapshot } from '../snapshots/verify-snapshot.ts'

export type Inspection = {
  kind: 'journal' | 'snapshot' | 'newer' | 'headless'
  damages: number
  /** Of a snapshot: its end is there and fits the rest. */
  isComplete: boolean
}

export type Visitor = { content: (content: Content) => void; damage: (damage: Damage) => void }

/** Reads a file from end to end and shows the visitor what is in it, in order. Rejects with the system's error. */
export async function inspect(path: string, visitor: Visitor): Promise<Inspection> {
  const inspection: Inspection = { kind: 'headless', damages: 0, isComplete: true }
  const file = await open(path, 'r')
  try {
    for await (const batch of scan(file)) {
      for (const found of batch) {
        if (found.kind === 'damage') {
          inspection.damages += 1
          visitor.damage(found)
        } else {
          const { is } = found.content
          if (is === 'journal' || is === 'snapshot' || is === 'newer') inspection.kind = is
          visitor.content(found.content)
        }
      }
    }
  } finally {
    await file.close()
  }
  if (inspection.kind === 'snapshot') inspection.isComplete = (await verifySnapshot(path)) !== null
  return inspection
}

export function isWhole({ kind, damages, isComplete }: Inspection): boolean {
  return damages === 0 && isComplete && (kind === 'journal' || kind === 'snapshot')
}
