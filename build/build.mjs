// @ts-check
// `npm run build`: builds main, preload and page into out/.
import { buildApp } from './launch/app-build.mjs'
import { prepareTools } from './launch/prepare.mjs'
import { runMain } from './launch/say.mjs'

await runMain(async () => {
  const { toolNode } = await prepareTools()
  await buildApp(toolNode)
  return 0
})
