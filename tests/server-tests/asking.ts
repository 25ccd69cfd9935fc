import { afterEach, beforeEach } from 'vitest'
import { type StandIn, type StandInOptions, startStandIn } from '../server/stand-in.ts'

type Answer = { status: number; headers: Headers; text: string; json: () => Record<string, unknown> }
type Asking = { server: StandIn; ask: (path: string, init?: RequestInit) => Promise<Answer> }

/** A fresh stand-in for each test of the file, and a way to ask it. */
export function asking(options: StandInOptions = {}): Asking {
  let started: StandIn | null = null
  beforeEach(async () => {
    started = await startStandIn({ seed: 1, podcasts: 3, episodesPerPodcast: 25, ...options })
  })
  afterEach(() => started?.stop())

  return {
    get server() {
      if (started === null) throw new Error('The stand-in is there only while a test runs.')
      return started
    },
    async ask(path, init) {
      const response = await fetch(this.server.url + path, { redirect: 'manual', ...init })
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
    },
  }
}

export const dayTwo = 'day-two-devops'
export const risks = 'd2do295-risks-and-benefits'
export const episodesPath = `/v1/public/podcasts/${dayTwo}/episodes`
