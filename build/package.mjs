// @ts-check
// `npm run package`: the packages people install. `npm run package:dir`: the packed app unpacked in dist/, made with
// the Electron at hand and nothing from outside.
import path from 'node:path'
import { ensureBuilt } from './launch/app-build.mjs'
import { inRoot, root } from './launch/paths.mjs'
import { prepareTools } from './launch/prepare.mjs'
import { run } from './launch/run.mjs'
import { ensureRuntime, versionIn, wantedElectronVersion } from './launch/runtime.mjs'
import { CannotGoOn, runMain, say, withProgress } from './launch/say.mjs'

/** @param {import('./launch/runtime.mjs').Runtime} runtime */
const assertReleasable = (runtime) => {
  const wanted = wantedElectronVersion()
  if (runtime.origin !== 'fallback' && versionIn(runtime.dist) === wanted) return
  throw new CannotGoOn(
    `The Electron at hand (${path.relative(root, runtime.dist)}) is not the official ${wanted}, and a release is made of nothing else. ` +
      'Run this where its release host is reachable; npm run package:dir makes one to try out.',
  )
}

await runMain(async () => {
  const onlyFolder = process.argv.includes('--dir')
  const { toolNode } = await prepareTools()
  const runtime = await ensureRuntime(toolNode)
  if (!onlyFolder) assertReleasable(runtime)
  await ensureBuilt(toolNode)

  const builder = inRoot('node_modules', 'electron-builder', 'cli.js')
  const args = ['--config', 'build/electron-builder.config.mjs', '--publish', 'never']
  const electron = [
    // A release lets electron-builder fetch the runtime of each architecture it packs for.
    `--config.electronDist=${runtime.dist}`,
    `--config.electronVersion=${versionIn(runtime.dist) ?? wantedElectronVersion()}`,
  ]
  const done = await withProgress('Packaging', () =>
    run(toolNode, [builder, ...args, ...(onlyFolder ? ['--dir', ...electron] : [])], {
      cwd: root,
      // Its collector would look for modules to pack; there are none.
      env: {
        ...process.env,
        CSC_IDENTITY_AUTO_DISCOVERY: onlyFolder ? 'false' : process.env.CSC_IDENTITY_AUTO_DISCOVERY,
      },
    }),
  )
  if (done.code !== 0) throw new CannotGoOn(`${done.output}\nelectron-builder failed.`)
  say(`The package is in ${path.join(root, 'dist')}.`)
  return 0
})
