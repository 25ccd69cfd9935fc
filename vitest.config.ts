import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const everyFile = globSync('tests/**/*.test.{ts,tsx}').map((path) => path.replaceAll('\\', '/'))
/** The page's modules hold a database and stores, and a file that puts another module in the place of one wants it anew. */
const ownModules = everyFile.filter(
  (path) =>
    path.startsWith('tests/renderer/') || /fake-indexeddb|vi\.mock\(/.test(readFileSync(path, 'utf8')),
)

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 20_000,
    // For the programs that tests start: they need not be compiled each time.
    env: { NODE_COMPILE_CACHE: resolve('.cache/compiled') },
    // By itself it leaves one core alone, and of two that is half.
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: 'own modules', include: ownModules } },
      {
        extends: true,
        test: {
          name: 'shared modules',
          // What takes longest in most of these is loading what the ones before had loaded.
          isolate: false,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ownModules,
        },
      },
    ],
  },
})
