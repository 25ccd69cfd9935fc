import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'electron-vite'
import type { Plugin } from 'vite'

/** What is left out, and what stands there instead. */
const replaced = new Map(
  [
    ['electron/journal/second-home.ts', 'second-home.ts'],
    ['electron/chromium-database/page-database.ts', 'page-database.ts'],
    ['renderer/home/start-home.ts', 'start-home.ts'],
  ].map(([product = '', name = '']) => [resolve(product), join(import.meta.dirname, 'without-home', name)]),
)

/** Builds the app without its second home into a folder that Electron can start. */
export async function buildWithoutHome(folder: string): Promise<void> {
  const left = new Set(replaced.keys())
  const withoutHome: Plugin = {
    name: 'without-home',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      const instead = found === null ? undefined : replaced.get(found.id)
      if (found !== null && instead !== undefined) left.delete(found.id)
      return instead ?? null
    },
  }
  await build({ logLevel: 'error', plugins: [withoutHome], build: { outDir: join(folder, 'out') } })
  if (left.size > 0) throw new Error(`The app does not import ${[...left].join(', ')} any more.`)
  await writeFile(join(folder, 'package.json'), await readFile('package.json'))
  // The guide lies beside the build.
  await mkdir(join(folder, 'electron', 'guide'), { recursive: true })
  await symlink(resolve('electron/guide/content'), join(folder, 'electron', 'guide', 'content'), 'dir')
}
