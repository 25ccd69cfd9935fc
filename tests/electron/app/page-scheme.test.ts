import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createPageHandler, fileFor } from '../../../electron/app/page-scheme.ts'

it.each([
  ['app://earmark/', '/page/index.html'],
  ['app://earmark/index.html', '/page/index.html'],
  ['app://earmark/assets/a%20b.js', '/page/assets/a b.js'],
  ['app://earmark/../../etc/passwd', '/page/etc/passwd'],
  ['app://earmark/%2e%2e/%2e%2e/etc/passwd', '/page/etc/passwd'],
  ['app://earmark/..%2f..%2fetc/passwd', null],
  ['app://earmark/a%5c..%5cb', null],
  ['app://earmark/a%00b', null],
  ['app://earmark/%ff', null],
  ['app://elsewhere/index.html', null],
  ['https://earmark/index.html', null],
  ['nonsense', null],
])('takes %s for %s', (address, file) => {
  expect(fileFor(address, '/page')).toBe(file)
})

it('answers with the page’s policy, and with 404 for what is not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'page-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  const respond = createPageHandler(folder, Promise.resolve())

  const page = await respond(new Request('app://earmark/'))
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect((await respond(new Request('app://earmark/gone.js'))).status).toBe(404)
  expect((await respond(new Request('app://earmark/', { method: 'POST' }))).status).toBe(404)
})

it('answers nothing before what it waits for has come', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'page-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { promise, resolve } = Promise.withResolvers<void>()
  const order: string[] = []
  const answered = createPageHandler(
    folder,
    promise,
  )(new Request('app://earmark/gone.js')).then(() => order.push('answered'))
  await readdir(folder)
  order.push('ready')
  resolve()
  await answered
  expect(order).toEqual(['ready', 'answered'])
})
