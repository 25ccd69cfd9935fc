import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/package',
  projects: [
    { name: 'pack', testMatch: '*.setup.ts' },
    { name: 'packaged', testMatch: '*.spec.ts', dependencies: ['pack'] },
  ],
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
})
