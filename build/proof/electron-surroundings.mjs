// @ts-check
import { hasDisplay } from '../launch/machine.mjs'
import { prepareElectron } from '../launch/prepare.mjs'
import { startVirtualDisplay } from '../launch/virtual-display.mjs'

/** Large enough for every window size that a test asks for. */
const screen = { width: 1920, height: 1200 }

/**
 * What tests in Electron need: a runtime, its libraries, and a display. Made when first asked for.
 * @param {string} toolNode
 */
export const electronSurroundings = (toolNode) => {
  /** @type {Promise<NodeJS.ProcessEnv> | undefined} */
  let ready
  let stop = () => {}
  const prepare = async () => {
    await prepareElectron(toolNode)
    if (hasDisplay()) return {}
    const display = await startVirtualDisplay(screen)
    stop = display.stop
    return display.env
  }
  return {
    env: () => {
      ready ??= prepare()
      return ready
    },
    stop: () => stop(),
  }
}
