// @ts-check

/**
 * What `npm start -- …` was asked for: our own `--screenshot FILE`, and the rest, which is the app's.
 * @param {readonly string[]} args
 * @returns {{ ok: true, screenshot: string | undefined, appArguments: string[] } | { ok: false, message: string }}
 */
export const parseStartArguments = (args) => {
  const rest = [...args]
  /** @type {string[]} */
  const appArguments = []
  /** @type {string | undefined} */
  let screenshot
  while (rest.length > 0) {
    const argument = rest.shift() ?? ''
    const [name, inline] = argument.split(/=(.*)/s)
    if (name !== '--screenshot') {
      appArguments.push(argument)
      continue
    }
    screenshot = inline ?? rest.shift()
    if (!screenshot || screenshot.startsWith('--')) {
      return { ok: false, message: '--screenshot needs a file: npm start -- --screenshot FILE.png' }
    }
  }
  return { ok: true, screenshot, appArguments }
}
