import type { Part } from '../switches.ts'
import type { Call } from './call.ts'
import type { Reply } from './reply.ts'

export type Route = {
  /** `null` for the stand-in's own controls, which nothing can break. */
  part: Part | null
  method: 'GET' | 'POST'
  /** A path with its variable parts in braces: `/podcast/{podcast}/{episode}.md`. */
  path: string
  answer: (call: Call) => Reply | Promise<Reply>
}

type Found = { route: Route; part: (name: string) => string }

/** The first route that fits. HEAD goes where GET does. A path known by other methods only is told by those. */
export function createRouter(routes: readonly Route[]) {
  const compiled = routes.map((route) => ({ route, pattern: patternOf(route.path) }))

  return function find(method: string, path: string): Found | { allowed: string[] } {
    const allowed = new Set<string>()
    for (const { route, pattern } of compiled) {
      const match = pattern.exec(path)
      if (match === null) continue
      if (route.method === (method === 'HEAD' ? 'GET' : method)) {
        return { route, part: (name) => decoded(match.groups?.[name] ?? '') }
      }
      allowed.add(route.method)
    }
    return { allowed: [...allowed] }
  }
}

function patternOf(path: string): RegExp {
  const source = path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+?)')
  return new RegExp(`^${source}$`)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
