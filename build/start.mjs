// @ts-check
// `npm start`: does what is missing, then runs the app. Needs nothing but Node 18.
import path from 'node:path'
import { hasDisplay } from './launch/machine.mjs'
import { inRoot, root } from './launch/paths.mjs'
import { prepareApp } from './launch/prepare.mjs'
import { runInForeground } from './launch/run-app.mjs'
import { CannotGoOn, runMain, say } from './launch/say.mjs'
import { parseStartArguments } from './launch/start-arguments.mjs'
import { startVirtualDisplay } from './launch/virtual-display.mjs'

/** Room for a window of the app's usual size. */
const virtualScreen = { width: 1440, height: 960 }

const main = async () => {
  const asked = parseStartArguments(process.argv.slice(2))
  if (!asked.ok) throw new CannotGoOn(asked.message)
  const { toolNode, runtime, flags } = await prepareApp()
  for (const { reason } of flags) say(reason)

  const display = hasDisplay() ? undefined : await startVirtualDisplay(virtualScreen)
  if (display && !asked.screenshot) {
    say('There is no display: the window is on a virtual one and cannot be seen.')
    say('npm start -- --screenshot FILE.png writes a picture of it to FILE.png and quits.')
  }
  const env = { ...process.env, ...display?.env }
  const electronArguments = [...flags.map(({ flag }) => flag), root, ...asked.appArguments]
  try {
    if (!asked.screenshot)
      return await runInForeground(runtime.executable, electronArguments, { env, cwd: root })
    const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), asked.screenshot)
    const script = inRoot('build', 'screenshot.mjs')
    return await runInForeground(toolNode, [script, file, runtime.executable, ...electronArguments], {
      env,
      cwd: root,
    })
  } finally {
    display?.stop()
  }
}

await runMain(main)
