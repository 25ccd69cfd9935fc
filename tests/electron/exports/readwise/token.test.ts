import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type KeyStore, openReadwiseToken } from '../../../../electron/exports/readwise/token.ts'
import { silentLog } from '../../silent-log.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earmark-token-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const token = 'abcdefghijklmnop'

/** Encrypts in a way that only it can read. */
function keyStore(isThere = true): KeyStore {
  return {
    isThere: () => isThere,
    encrypt: (text) => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 0x5a)),
    decrypt: (bytes) => {
      if (bytes.length === 0) throw new Error('not mine')
      return Buffer.from([...bytes].map((byte) => byte ^ 0x5a)).toString()
    },
  }
}

function opened(store: KeyStore) {
  return openReadwiseToken({ path: join(folder, 'token.json'), keyStore: store, log: silentLog })
}

describe('the access token of Readwise', () => {
  test('is kept encrypted, over restarts, until it is forgotten', async () => {
    const first = await opened(keyStore())
    expect(await first.give(token)).toMatchObject({ ok: true })
    expect(await readFile(join(folder, 'token.json'), 'utf8')).not.toContain(token)
    const second = await opened(keyStore())
    expect(second.read()).toBe(token)
    expect(second.standing()).toEqual({ token: 'kept', canKeep: true })
    await second.forget()
    expect((await opened(keyStore())).standing()).toEqual({ token: 'none', canKeep: true })
  })

  test('without a key store it holds until the app ends, and is never on the disk', async () => {
    const first = await opened(keyStore(false))
    await first.give(token)
    expect(first.read()).toBe(token)
    expect(first.standing()).toEqual({ token: 'for-now', canKeep: false })
    expect(await readFile(join(folder, 'token.json'), 'utf8').catch(() => '')).not.toContain(token)
    expect((await opened(keyStore(false))).read()).toBe(null)
  })

  test('one that another computer encrypted counts as none', async () => {
    const first = await opened({ ...keyStore(), encrypt: () => Buffer.alloc(0) })
    await first.give(token)
    expect((await opened(keyStore())).standing()).toEqual({ token: 'none', canKeep: true })
  })

  test.each(['', 'short', 'with a space in it', 'línea', `${'x'.repeat(300)}`])(
    '“%s” is none',
    async (given) => {
      const first = await opened(keyStore())
      expect(await first.give(given)).toMatchObject({ ok: false, problem: { code: 'bad-arguments' } })
      expect(first.read()).toBe(null)
    },
  )
})
