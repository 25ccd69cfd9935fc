// @ts-check
// Runs one of the repository's TypeScript programs on a Node that can: `node build/run.mjs [--electron] FILE [ARGUMENTS]`.
// With --electron there is a built app, a runtime and a display for it as well.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ensureBuilt } from './launch/app-build.mjs'
import { inRoot, root } from './launch/paths.mjs'
import { prepareTools } from './launch/prepare.mjs'
import { runMain } from './launch/say.mjs'
import { electronSurroundings } from './proof/electron-surroundings.mjs'

await runMain(async () => {
  const given = process.argv.slice(2)
  const needsElectron = given[0] === '--electron'
  const [file = '', ...args] = needsElectron ? given.slice(1) : given
  const { toolNode } = await prepareTools()
  const electron = electronSurroundings(toolNode)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(1))
  }
  try {
    if (needsElectron) await ensureBuilt(toolNode)
    const env = {
      ...process.env,
      EARMARK_CALLED_FROM: calledFrom(),
      ...(needsElectron ? await electron.env() : {}),
    }
    const child = spawn(toolNode, [inRoot(file), ...args], { cwd: root, env, stdio: 'inherit' })
    process.once('exit', () => child.kill())
    const [code] = await once(child, 'exit')
    return typeof code === 'number' ? code : 1
  } finally {
    electron.stop()
  }
})

/** Where paths on the command line count from. npm moves to the root before it runs us, and tells where it was called. */
function calledFrom() {
  const here = process.cwd()
  return here === root ? (process.env.INIT_CWD ?? here) : here
}
