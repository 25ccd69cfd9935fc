import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { packagedProgram } from './packaged-app.ts'

const document = { podcastSlug: 'show', text: '# The Show\n', address: 'https://example.org/podcast/show.md' }

/**
 * An Electron program that has the packed worker read a document, from inside the archive. The packed app itself cannot be
 * asked to: it fetches nothing from this machine.
 */
const program = (archive: string) => `
const { app } = require('electron')
const { Worker } = require('node:worker_threads')
app.on('ready', () => {
  const worker = new Worker(${JSON.stringify(join(archive, 'out/main/reading-worker.js'))}, { env: {}, execArgv: [] })
  worker.on('error', (error) => { console.log(String(error)); app.exit(1) })
  worker.on('message', (message) => {
    if (message.kind === 'ready') worker.postMessage(${JSON.stringify({ kind: 'podcast-page', document })})
    else { console.log(JSON.stringify(message.reading)); app.exit(0) }
  })
})
`

test('documents are read by the worker as it is packed', async () => {
  const resources = process.platform === 'darwin' ? '../Resources' : 'resources'
  const archive = join(dirname(packagedProgram()), resources, 'app.asar')
  const folder = await mkdtemp(join(tmpdir(), 'earmark-worker-'))
  try {
    await writeFile(join(folder, 'main.cjs'), program(archive))
    await writeFile(join(folder, 'package.json'), JSON.stringify({ main: 'main.cjs' }))
    const electron = execFileSync(process.execPath, ['build/electron-path.mjs'], { encoding: 'utf8' }).trim()
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const printed = execFileSync(electron, [...asRoot, folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
    })
    expect(JSON.parse(printed.trim())).toMatchObject({ title: 'The Show' })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
