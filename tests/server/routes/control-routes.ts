import { z } from 'zod'
import { faultSchema } from '../faults/fault.ts'
import type { Call } from '../http/call.ts'
import { json, problem, type Reply } from '../http/reply.ts'
import type { Route } from '../http/route.ts'
import { markdownLayouts } from '../pages/episode-markdown.ts'
import { partSchema, type Switches } from '../switches.ts'
import { changeSchema, publishSchema } from './edit-schema.ts'
import type { World } from './world.ts'

const shownRequests = 200

export type Controls = {
  world: World
  switches: Switches
  requests: readonly unknown[]
  /** Refuses connections for a while. */
  leaveFor: (seconds: number) => void
}

/** The switches for a person at a terminal; tests have them as functions. Each answers with the state after it. */
export function controlRoutes({ world, switches, requests, leaveFor }: Controls): Route[] {
  const { catalogue } = world
  const state = () =>
    json({
      faults: switches.faults(),
      markdownLayout: world.markdownLayout,
      podcasts: catalogue.podcasts.map(({ slug }) => slug),
      requests: requests.length,
      transcriptionRequests: world.transcriptionRequests,
    })

  function control<Given>(name: string, schema: z.ZodType<Given>, act: (given: Given) => unknown): Route {
    function answer(call: Call): Reply {
      const given = schema.safeParse(parsedJson(call.body))
      if (!given.success) return problem(400, 'bad_request', z.prettifyError(given.error))
      try {
        act(given.data)
      } catch (error) {
        if (error instanceof RangeError) return problem(404, 'not_found', error.message)
        throw error
      }
      return state()
    }
    return { part: null, method: 'POST', path: `/__stand-in/${name}`, answer }
  }

  return [
    { part: null, method: 'GET', path: '/__stand-in', answer: state },
    {
      part: null,
      method: 'GET',
      path: '/__stand-in/requests',
      answer: () => json(requests.slice(-shownRequests)),
    },
    control('break', z.strictObject({ part: partSchema, fault: faultSchema.optional() }), ({ part, fault }) =>
      switches.break(part, fault),
    ),
    control('mend', z.strictObject({ part: partSchema.optional() }), ({ part }) => switches.mend(part)),
    control('only', z.strictObject({ parts: z.array(partSchema) }), ({ parts }) => switches.only(...parts)),
    control('only-known', z.strictObject({}), switches.onlyKnown),
    control('markdown-layout', z.strictObject({ layout: z.enum(markdownLayouts) }), ({ layout }) => {
      world.markdownLayout = layout
    }),
    control('publish', publishSchema, ({ podcastSlug, ...given }) => catalogue.publish(podcastSlug, given)),
    control('change', changeSchema, ({ podcastSlug, slug, ...edit }) =>
      catalogue.change(podcastSlug, slug, edit),
    ),
    control('withdraw', z.strictObject({ podcastSlug: z.string(), slug: z.string() }), (given) =>
      catalogue.withdraw(given.podcastSlug, given.slug),
    ),
    control('leave', z.strictObject({ seconds: z.number().positive() }), ({ seconds }) => leaveFor(seconds)),
  ]
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text)
  } catch {
    return null
  }
}
