import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
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

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'))
  await Promise.all(['index.html', 'a.js'].map((name) => writeFile(join(folder, name), '')))
})
afterAll(() => rm(folder, { recursive: true }))
const ask = (url: string, method = 'GET') => ({ url, method })

it('answers with a file and the page’s policy, and with nothing for what is none of the page’s', async () => {
  const respond = createPageHandler(folder, Promise.resolve())

  const page = await respond(ask('app://earmark/'))
  expect(page.path).toBe(join(folder, 'index.html'))
  const { 'content-type': type, 'content-security-policy': policy } = page.headers ?? {}
  expect(type).toBe('text/html; charset=utf-8')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(await respond(ask('app://earmark/gone.js'))).toMatchObject({ path: join(folder, 'not-found.html') })
  expect(await respond(ask('app://elsewhere/index.html'))).toEqual({ error: -6 })
  expect(await respond(ask('app://earmark/', 'POST'))).toEqual({ error: -6 })
})

it('answers nothing before what it waits for has come', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const order: string[] = []
  const answered = createPageHandler(
    folder,
    promise,
  )(ask('app://earmark/a.js')).then(() => order.push('answered'))
  await new Promise(setImmediate)
  order.push('ready')
  resolve()
  await answered
  expect(order).toEqual(['ready', 'answered'])
})

it('tells of the scripts that it gave', async () => {
  const given: string[] = []
  const respond = createPageHandler(folder, Promise.resolve(), () => void given.push('script'))
  await respond(ask('app://earmark/index.html'))
  await respond(ask('app://earmark/gone.js'))
  await respond(ask('app://elsewhere/a.js'))
  expect(given).toEqual([])
  await respond(ask('app://earmark/a.js'))
  expect(given).toEqual(['script'])
})
