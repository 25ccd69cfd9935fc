import { mkdir, writeFile } from 'node:fs/promises'
import type { Session } from 'node:inspector'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'

/** In microseconds: fine enough for a page of episodes, which takes a few milliseconds. */
const interval = 500

/**
 * Records where the time of the main process, of the page and of its workers goes. What it gives back ends that, and
 * writes one `.cpuprofile` for each into the folder, for the performance panel of Chromium's developer tools.
 */
export async function recordProfiles(app: ElectronApplication, folder: string): Promise<() => Promise<void>> {
  const stopMain = await recordMain(app)
  const stopPage = await recordPage(app)
  return async () => {
    const profiles = { ...(await stopMain()), ...(await stopPage()) }
    await mkdir(folder, { recursive: true })
    for (const [name, profile] of Object.entries(profiles)) {
      await writeFile(join(folder, `${name}.cpuprofile`), JSON.stringify(profile))
    }
  }
}

/** By name. */
type Profiles = Record<string, unknown>

async function recordMain(app: ElectronApplication): Promise<() => Promise<Profiles>> {
  const recording = await app.evaluateHandle((_electron, microseconds) => {
    const { Session } = process.getBuiltinModule('node:inspector')
    const session: Session = new Session()
    session.connect()
    session.post('Profiler.enable')
    session.post('Profiler.setSamplingInterval', { interval: microseconds })
    session.post('Profiler.start')
    const stop = (): Promise<unknown> =>
      new Promise((resolve, reject) => {
        session.post('Profiler.stop', (error, answer) => {
          if (error === null) resolve(answer.profile)
          else reject(error)
        })
      })
    return { stop }
  }, interval)
  return async () => ({ main: await recording.evaluate(({ stop }) => stop()) })
}

async function recordPage(app: ElectronApplication): Promise<() => Promise<Profiles>> {
  const recording = await app.evaluateHandle(async ({ BrowserWindow }, microseconds) => {
    const { debugger: tools } = BrowserWindow.getAllWindows()[0]?.webContents ?? {}
    if (tools === undefined) throw new Error('There is no window to profile.')
    /** The page itself has no session of its own. */
    const sessions: (string | undefined)[] = [undefined]
    tools.attach()
    tools.on('message', (_event, method: string, { sessionId }: { sessionId?: string }) => {
      if (method === 'Target.attachedToTarget') sessions.push(sessionId)
      // A worker that ended takes its profile with it.
      if (method === 'Target.detachedFromTarget') sessions.splice(sessions.indexOf(sessionId), 1)
    })
    const tell = (session: string | undefined, method: string, parameters: object = {}) =>
      tools.sendCommand(method, parameters, session)
    // Answered once all workers that are there were told of.
    const attach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }
    await tell(undefined, 'Target.setAutoAttach', attach)
    const begun = [...sessions]
    for (const session of begun) {
      await tell(session, 'Profiler.enable')
      await tell(session, 'Profiler.setSamplingInterval', { interval: microseconds })
      await tell(session, 'Profiler.start')
    }
    return {
      stop: async () => {
        const profiles: Record<string, unknown> = {}
        for (const [index, session] of begun.entries()) {
          if (!sessions.includes(session)) continue
          const { profile } = await tell(session, 'Profiler.stop')
          profiles[index === 0 ? 'page' : `worker-${index}`] = profile
        }
        tools.detach()
        return profiles
      },
    }
  }, interval)
  return () => recording.evaluate(({ stop }) => stop())
}
