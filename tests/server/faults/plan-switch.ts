import type { Catalogue } from '../catalogue/catalogue.ts'
import { type Random, randomFor } from '../catalogue/random.ts'
import type { Part } from '../switches.ts'
import type { Fault } from './fault.ts'
import { doMeanwhile } from './meanwhile.ts'
import type { FaultPlan, Rule } from './plan.ts'

export type PlanSwitch = ReturnType<typeof createPlanSwitch>

type Playing = { rule: Rule; met: number; left: number }

/** Plays one plan at a time: the same plan and seed do the same to the same requests. */
export function createPlanSwitch(catalogue: Catalogue) {
  let playing: Playing[] = []
  let random: Random = randomFor('no plan')
  let onlyPodcast: string | null = null

  function isMet({ rule }: Playing, part: Part, url: URL): boolean {
    if (!rule.parts.includes(part)) return false
    const where = 'fault' in rule ? rule.fault.where : undefined
    return where === undefined || url.pathname.includes(where)
  }

  function befalls(now: Playing): boolean {
    now.met += 1
    if (now.left === 0 || now.met <= (now.rule.after ?? 0)) return false
    if (random.fraction() >= (now.rule.chance ?? 1)) return false
    now.left -= 1
    return true
  }

  return {
    /** Of one podcast only, when its slug is given. */
    play(plan: Pick<FaultPlan, 'name' | 'rules'>, seed: number, podcastSlug: string | null = null): void {
      onlyPodcast = podcastSlug
      random = randomFor('faults', plan.name, seed)
      const rules = typeof plan.rules === 'function' ? plan.rules(random) : plan.rules
      playing = rules.map((rule) => ({ rule, met: 0, left: leftOf(rule) }))
    },
    end(): void {
      playing = []
    },
    /** What befalls this request; what is to happen meanwhile happens now. */
    meet(part: Part, url: URL): { faults: Fault[]; random: Random } {
      if (onlyPodcast !== null && podcastsIn(url).every(({ slug }) => slug !== onlyPodcast)) {
        return { faults: [], random }
      }
      const befalling = playing.filter((now) => isMet(now, part, url)).filter(befalls)
      const faults: Fault[] = []
      for (const { rule } of befalling) {
        if ('fault' in rule) faults.push(rule.fault)
        else
          for (const podcast of podcastsIn(url))
            doMeanwhile(catalogue, podcast, { what: rule.meanwhile, url, random })
      }
      return { faults, random }
    },
  }

  function podcastsIn(url: URL) {
    const named = new Set(url.pathname.replace(/\.md$/, '').split('/'))
    return catalogue.podcasts.filter(({ slug }) => named.has(slug))
  }
}

function leftOf(rule: Rule): number {
  return 'fault' in rule ? (rule.fault.times ?? Infinity) : 1
}
