/** What a long proof is started with; each has its own default for what was not given. */
type StressOptions = {
  seed: number
  moments: number | null
  episodes: number | null
  /** The one plan to run, of a proof that has several. */
  plan: string | null
  say: (line: string) => void
}

type StressEnd = { figures: Record<string, unknown>; passed: boolean }

export type StressRun = {
  /** The options it heeds beside the seed, for the usage. */
  usage: string
  run: (options: StressOptions) => Promise<StressEnd>
}
