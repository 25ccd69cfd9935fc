import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import {
  _electron,
  type ElectronApplication,
  errors,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'

/** The running app, as a test meets it: real Electron, its own data folder, the stand-in as its service. */
export type Earmark = {
  app: ElectronApplication
  page: Page
  player: Locator
  /** Rows of the list `Episodes`. */
  episodes: Locator
  /** The audio element's own clock, in seconds; `null` while there is none. */
  audioClock: () => Promise<number | null>
  addPodcast: (address: string) => Promise<void>
  openEpisode: (title: string | RegExp) => Promise<void>
  /** As a person does: closes the window, and waits for the end of the process. */
  quit: () => Promise<void>
  /** As a power failure does, but for the disk. */
  kill: () => Promise<void>
}

let electronPath: string | null = null
export function findElectron(): string {
  electronPath ??= execFileSync(process.execPath, ['build/electron-path.mjs'], { encoding: 'utf8' }).trim()
  return electronPath
}

const longestEndMs = 12_000

/** On a machine that several share. */
const slowly = { timeout: 20_000 }

/** A start takes one to four seconds. */
const startLimitMs = 20_000

export async function launch(
  dataDirectory: string,
  apiBaseUrl: string,
  environment: Record<string, string> = {},
): Promise<ElectronApplication> {
  const asRoot = process.getuid?.() === 0
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const options = {
    timeout: startLimitMs,
    executablePath: findElectron(),
    args: [...(asRoot ? ['--no-sandbox'] : []), resolve('.')],
    env: {
      ...Object.fromEntries(inherited),
      EARMARK_USER_DATA_DIR: dataDirectory,
      EARMARK_API_BASE_URL: apiBaseUrl,
      EARMARK_ALLOW_LOCAL_ADDRESSES: '1',
      ...environment,
    },
  }
  try {
    return withAnswers(await _electron.launch(options))
  } catch (error) {
    // On a busy machine the driver now and then misses the first words of the program, ends it and gives up.
    if (!(error instanceof errors.TimeoutError)) throw error
    return withAnswers(await _electron.launch(options))
  }
}

const askTries = 3

/**
 * While the program reads in the rest of itself, half a second after its window, the driver now and then loses an answer; what was asked
 * is asked again then.
 */
function withAnswers(app: ElectronApplication): ElectronApplication {
  const evaluate = app.evaluate.bind(app)
  const asking = async (...asked: Parameters<typeof evaluate>): Promise<unknown> => {
    for (let left = askTries; ; left -= 1) {
      try {
        return await evaluate(...asked)
      } catch (error) {
        if (left === 1 || !String(error).includes('garbage collected')) throw error
      }
    }
  }
  return Object.assign(app, { evaluate: asking })
}

/** The window of a program that was started; a fault of its start is told as one. */
export function windowOf(app: ElectronApplication): Promise<Page> {
  return app.firstWindow({ timeout: startLimitMs })
}

export function meet(app: ElectronApplication, page: Page): Earmark {
  const episodes = page.getByRole('list', { name: 'Episodes' }).getByRole('listitem')
  return {
    app,
    page,
    player: page.getByRole('region', { name: 'Player' }),
    episodes,
    audioClock: () => page.evaluate(readAudioClock),
    addPodcast: async (address) => {
      await page.getByRole('button', { name: 'Add podcast', exact: true }).click()
      await page.getByRole('textbox', { name: 'Podcast or episode address' }).fill(address)
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await expect(page.getByRole('dialog', { name: 'Add podcast' })).toBeHidden(slowly)
    },
    openEpisode: async (title) => {
      await episodes.filter({ hasText: title }).first().click()
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible(slowly)
    },
    quit: async () => {
      const ended = app.waitForEvent('close')
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      // Far more than its farewell takes. What held one up was Electron's own dialog about an error that nobody caught; such errors are
      // logged now, and a log that has one fails the test.
      const holder = setTimeout(() => app.process().kill('SIGKILL'), longestEndMs)
      await ended.finally(() => clearTimeout(holder))
    },
    kill: async () => {
      const ended = app.waitForEvent('close')
      app.process().kill('SIGKILL')
      await ended
    },
  }
}

/** Runs in the page: Howler keeps the elements it plays to itself, and itself on the window. */
export function readAudioClock(): number | null {
  const { Howler } = globalThis as unknown as {
    Howler?: { _howls: { _sounds: { _node?: HTMLAudioElement }[] }[] }
  }
  return Howler?._howls.at(-1)?._sounds[0]?._node?.currentTime ?? null
}
