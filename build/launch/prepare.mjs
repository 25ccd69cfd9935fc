// @ts-check
import { ensureBuilt } from './app-build.mjs'
import { assertSandboxWorks, hasDisplay, machineFlags } from './machine.mjs'
import { ensurePackages, ensureToolNode } from './packages.mjs'
import { ensureRuntime } from './runtime.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

/** Packages, and a Node that runs the tools: what every command needs. */
export const prepareTools = async () => {
  await ensurePackages()
  return { toolNode: await ensureToolNode() }
}

/** What it takes to run Electron here, without the app built. @param {string} toolNode */
export const prepareElectron = async (toolNode) => {
  const runtime = await ensureRuntime(toolNode)
  await ensureSystemLibraries(runtime.executable, { needsXvfb: !hasDisplay() })
  assertSandboxWorks(runtime.dist)
  return { runtime, flags: machineFlags() }
}

/** Everything `npm start` needs; each step does what is missing and only that. */
export const prepareApp = async () => {
  const { toolNode } = await prepareTools()
  const electron = await prepareElectron(toolNode)
  await ensureBuilt(toolNode)
  return { toolNode, ...electron }
}
