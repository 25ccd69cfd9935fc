import { build } from 'vite'

/** Bundles a page and its workers as the app's own page is, minified and for the same engine. */
export async function buildPage(folder: string, outDirectory: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    base: './',
    build: { outDir: outDirectory, emptyOutDir: false, modulePreload: { polyfill: false } },
    worker: { format: 'es' },
  })
}
