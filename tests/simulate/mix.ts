const hourMs = 3600_000
const dayMs = 24 * hourMs

/** A kind of podcast by how often it publishes. */
export type Kind = {
  name: string
  /** Of all followed podcasts; all shares together are 1. */
  share: number
  gapMs: number
  /** Publishes no more. */
  isOver: boolean
}

/** Assumed, since nobody knows what the service's listeners follow; printed with the figures. */
export const mix: readonly Kind[] = [
  { name: 'six times a day', share: 0.03, gapMs: 4 * hourMs, isOver: false },
  { name: 'daily', share: 0.15, gapMs: dayMs, isOver: false },
  { name: 'twice a week', share: 0.12, gapMs: 3.5 * dayMs, isOver: false },
  { name: 'weekly', share: 0.4, gapMs: 7 * dayMs, isOver: false },
  { name: 'every two weeks', share: 0.12, gapMs: 14 * dayMs, isOver: false },
  { name: 'monthly', share: 0.08, gapMs: 30 * dayMs, isOver: false },
  { name: 'over', share: 0.1, gapMs: 7 * dayMs, isOver: true },
]

/** One podcast that an installation follows. */
export type SimulatedPodcast = {
  /** Newest first, before the simulation begins. Epoch milliseconds. */
  publishedAtMs: readonly number[]
  gapMs: number
  isOver: boolean
}

const overForMs = 200 * dayMs

export function drawPodcast(beginMs: number, random: () => number): SimulatedPodcast {
  const { gapMs, isOver } = drawKind(random())
  const newestMs = beginMs - random() * gapMs - (isOver ? overForMs : 0)
  return { publishedAtMs: [newestMs, newestMs - gapMs, newestMs - 2 * gapMs], gapMs, isOver }
}

/** `lot` is from 0 up to, not including, 1. */
function drawKind(lot: number): Kind {
  let left = lot
  for (const kind of mix) {
    left -= kind.share
    if (left < 0) return kind
  }
  throw new Error('The shares of the mix are less than 1 together.')
}

/** The newest publication up to an instant; it goes on as regularly as it was. */
export function newestAt({ publishedAtMs, gapMs, isOver }: SimulatedPodcast, nowMs: number): number {
  const known = publishedAtMs[0] ?? 0
  return isOver || nowMs < known ? known : known + Math.floor((nowMs - known) / gapMs) * gapMs
}
