import { create } from 'zustand'

/** At which speed things play. */
export type Speeds = {
  /** What plays at its own speed does not change it. */
  general: number
  /** The general speed when this podcast came into the player. */
  generalBefore: number
  /** Of which podcast `own` is told; `null` while the player holds nothing. */
  podcastSlug: string | null
  /** `null` where that podcast goes by the general one. */
  own: number | null
}

/** Which of them the player goes by is `PlayerState.rate`. */
export const useSpeeds = create<Speeds>(() => ({
  general: 1,
  generalBefore: 1,
  podcastSlug: null,
  own: null,
}))
