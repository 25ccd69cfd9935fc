import type { Server } from 'node:http'
import { createCatalogue } from './catalogue/catalogue.ts'
import { createPlanSwitch } from './faults/plan-switch.ts'
import { audioPath, episodePath } from './pages/addresses.ts'
import type { MarkdownLayout } from './pages/episode-markdown.ts'
import { allRoutes } from './routes/all-routes.ts'
import { controlRoutes } from './routes/control-routes.ts'
import { usualGreatestPage } from './routes/paging.ts'
import { type Readwise, readwiseToken } from './routes/readwise-routes.ts'
import type { World } from './routes/world.ts'
import { createStandInServer, type LoggedRequest } from './serve.ts'
import { createSwitches } from './switches.ts'
import { createTraffic } from './traffic.ts'

export type StandInOptions = {
  seed?: number
  podcasts?: number
  episodesPerPodcast?: number
  /** 0, the default, takes a free one. */
  port?: number
  markdownLayout?: MarkdownLayout
  /** Episodes that a page of A3 holds at most. */
  greatestPage?: number
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>

/**
 * A Stenobird of one's own, over real HTTP on 127.0.0.1.
 *
 *     const server = await startStandIn({ seed: 1, podcasts: 3, episodesPerPodcast: 20 })
 *     server.break('A3', { status: 503, retryAfterSeconds: 1, times: 2 })
 *     await server.stop()
 */
export async function startStandIn(options: StandInOptions = {}) {
  const { seed = 1, podcasts = 6, episodesPerPodcast = 40, port = 0, markdownLayout = 'bullets' } = options
  const catalogue = createCatalogue({ seed, podcasts, episodesPerPodcast })
  const { greatestPage = usualGreatestPage } = options
  const readwise: Readwise = { token: readwiseToken, highlights: [], batches: [] }
  const world: World = { catalogue, markdownLayout, greatestPage, transcriptionRequests: [], readwise }
  const switches = createSwitches()
  const plans = createPlanSwitch(catalogue)
  const requests: LoggedRequest[] = []
  const routes = [...allRoutes(world), ...controlRoutes({ world, switches, requests, leaveFor })]
  const traffic = createTraffic(requests)
  const createServer = (): Server => {
    const created = createStandInServer(routes, { switches, plans }, requests)
    traffic.watch(created)
    return created
  }
  let server = await listening(createServer(), port)
  const chosenPort = portOf(server)
  const url = `http://127.0.0.1:${chosenPort}`

  let returning: NodeJS.Timeout | undefined

  async function stop(): Promise<void> {
    clearTimeout(returning)
    await stopped(server)
  }
  async function restart(): Promise<void> {
    await stop()
    server = await listening(createServer(), chosenPort)
  }
  /** A moment later, so that who asked for it gets an answer. */
  function leaveFor(seconds: number): void {
    returning = setTimeout(() => {
      returning = setTimeout(() => void restart(), seconds * 1000)
      void stopped(server)
    }, 50)
  }

  return {
    /** `http://127.0.0.1:PORT`, the same after a restart. */
    url,
    podcasts: catalogue.podcasts,
    /** All there is, as it is now. */
    catalogue,
    episode: catalogue.at,
    publish: catalogue.publish,
    change: catalogue.change,
    withdraw: catalogue.withdraw,
    episodeUrl: (podcastSlug: string, slug: string) => url + episodePath({ podcastSlug, slug }),
    audioUrl: (podcastSlug: string, slug: string) => url + audioPath({ podcastSlug, slug }),
    /** Every request so far but those to the controls, oldest first. */
    requests,
    traffic: traffic.now,
    /** Every accepted K3 so far, oldest first. */
    transcriptionRequests: world.transcriptionRequests,
    /** What came to the stand-in for Readwise, oldest first. */
    readwise,
    break: switches.break,
    mend: switches.mend,
    only: switches.only,
    onlyKnown: switches.onlyKnown,
    faults: switches.faults,
    /** Plays a plan of faults from here on; see `faults/all-plans.ts`. */
    play: plans.play,
    endPlan: plans.end,
    setMarkdownLayout(layout: MarkdownLayout): void {
      world.markdownLayout = layout
    },
    /** From here on connections are refused; those that are open are dropped. */
    stop,
    /** Listens again on the same port, with switches, log and catalogue as they were. */
    restart,
  }
}

async function listening(server: Server, port: number): Promise<Server> {
  const { promise, resolve, reject } = Promise.withResolvers<Server>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', () => resolve(server))
  return promise
}

async function stopped(server: Server): Promise<void> {
  if (!server.listening) return
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  server.closeAllConnections()
  return promise
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in listens on no port.')
  return address.port
}
