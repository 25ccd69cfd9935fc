import { join } from 'node:path'
import { build } from 'vite'

/** Bundles the page and its worker as the app's own page is, minified and for the same engine. */
export async function buildPage(outDirectory: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'page'),
    base: './',
    build: { outDir: outDirectory, emptyOutDir: false, modulePreload: { polyfill: false } },
    worker: { format: 'es' },
  })
}
