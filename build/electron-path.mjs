// @ts-check
// Prints the path of the Electron that runs here, getting one first if there is none.
import { prepareTools } from './launch/prepare.mjs'
import { ensureRuntime } from './launch/runtime.mjs'
import { runMain } from './launch/say.mjs'

await runMain(async () => {
  const { toolNode } = await prepareTools()
  const runtime = await ensureRuntime(toolNode)
  console.log(runtime.executable)
  return 0
})
