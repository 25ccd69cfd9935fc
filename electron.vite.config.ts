import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** `main.ts` asks for the page's own code when it has asked the database; by then it is to be there. */
const pageFetchedAhead: Plugin = {
  name: 'page-fetched-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' && file.facadeModuleId?.endsWith('/page.tsx') === true
          ? [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file.fileName}` } }]
          : [],
      ),
  },
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      minify: true,
      // Everything is bundled, so that the package needs no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: 'electron/main.ts',
          'reading-worker': 'electron/stenobird/reader/worker.ts',
          'upkeep-worker': 'electron/journal/upkeep/worker.ts',
        },
        external: ['electron'],
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload is CommonJS.
      rollupOptions: {
        input: 'electron/preload.ts',
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), pageFetchedAhead],
    worker: { format: 'es' },
    resolve: {
      // The Markdown parser’s own way in a page asks the document, which no worker has.
      alias: {
        'decode-named-character-reference': resolve('node_modules/decode-named-character-reference/index.js'),
      },
    },
    build: {
      outDir: 'out/renderer',
      rollupOptions: { input: 'renderer/index.html' },
      minify: true,
      // Nothing inlined: the page's policy knows no data: scripts, and fonts stay files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // One style sheet, which the page has from the beginning.
      cssCodeSplit: false,
    },
  },
})
