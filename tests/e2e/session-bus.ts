import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A bus of the test's own, on which the app shows its player as on a Linux desktop (MPRIS 2.2). */
export type SessionBus = {
  environment: { DBUS_SESSION_BUS_ADDRESS: string }
  /** The players on it, by their names. */
  players: () => Promise<string[]>
  /** All that a player tells of itself, as GLib writes variants. */
  read: (player: string, part?: 'Player') => Promise<string>
  press: (player: string, key: 'Play' | 'Pause' | 'PlayPause' | 'Stop' | 'Next' | 'Previous') => Promise<void>
  /** Chromium does not implement introspection, so each value says its type. */
  seekBy: (player: string, seconds: number) => Promise<void>
  stop: () => void
}

/** `null` where this machine has no `dbus-daemon` or no `gdbus`. */
export async function startSessionBus(): Promise<SessionBus | null> {
  if (process.platform !== 'linux') return null
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await firstLine(daemon)
  if (address === null) return null
  const environment = { DBUS_SESSION_BUS_ADDRESS: address }
  const stop = (): void => void daemon.kill()

  async function call(destination: string, path: string, method: string, ...values: string[]) {
    const target = ['--session', '--dest', destination, '--object-path', path, '--method', method]
    const { stdout } = await run('gdbus', ['call', ...target, ...values], {
      env: { ...process.env, ...environment },
    })
    return stdout
  }
  const callPlayer = (player: string, method: string, ...values: string[]) =>
    call(player, '/org/mpris/MediaPlayer2', method, ...values)
  async function names(): Promise<string> {
    return call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.ListNames')
  }

  try {
    await names()
  } catch {
    stop()
    return null
  }
  return {
    environment,
    players: async () => (await names()).match(/org\.mpris\.MediaPlayer2\.[\w.]+/g) ?? [],
    read: (player, part) => {
      const face = `org.mpris.MediaPlayer2${part === undefined ? '' : `.${part}`}`
      return callPlayer(player, 'org.freedesktop.DBus.Properties.GetAll', face)
    },
    press: async (player, key) => {
      await callPlayer(player, `org.mpris.MediaPlayer2.Player.${key}`)
    },
    seekBy: async (player, seconds) => {
      await callPlayer(player, 'org.mpris.MediaPlayer2.Player.Seek', `int64 ${seconds * 1_000_000}`)
    },
    stop,
  }
}

async function firstLine(daemon: ChildProcess): Promise<string | null> {
  try {
    const [chunk] = await Promise.race([
      daemon.stdout === null ? Promise.reject(new Error('no output')) : once(daemon.stdout, 'data'),
      once(daemon, 'exit').then(() => Promise.reject(new Error('it ended'))),
    ])
    return String(chunk).trim()
  } catch {
    return null
  }
}
