import { z } from 'zod'
import { failure, type Result, success } from '../../../shared/result.ts'
import { diskProblem } from '../../files/disk-problem.ts'
import { openJsonFile } from '../../files/json-file.ts'

/** The system's own place for secrets, as Electron's `safeStorage` has it. */
export type KeyStore = {
  /** Whether what it encrypts can be read by this person's programs alone. Asked once the app is ready. */
  isThere: () => boolean
  encrypt: (text: string) => Buffer
  /** Throws for what another computer, or another person's, encrypted. */
  decrypt: (bytes: Buffer) => string
}

export type ReadwiseToken = {
  read: () => string | null
  standing: () => { token: 'none' | 'kept' | 'for-now'; canKeep: boolean }
  /** Keeps it where the system can lock it away, else for as long as the app runs: never readable on the disk. */
  give: (token: string) => Promise<Result<null>>
  forget: () => Promise<Result<null>>
}

const storedSchema = z.object({ encrypted: z.string().nullable() })

export async function openReadwiseToken(parts: {
  path: string
  keyStore: KeyStore
  log: { warn: (text: string) => void }
}): Promise<ReadwiseToken> {
  const { path, keyStore, log } = parts
  const file = await openJsonFile(path, storedSchema, { encrypted: null }, log)
  let forNow: string | null = null

  function kept(): string | null {
    const { encrypted } = file.read()
    if (encrypted === null || !keyStore.isThere()) return null
    try {
      return keyStore.decrypt(Buffer.from(encrypted, 'base64'))
    } catch {
      log.warn('the access token of Readwise cannot be decrypted here and is asked for again')
      return null
    }
  }

  async function write(encrypted: string | null): Promise<Result<null>> {
    try {
      await file.write({ encrypted })
      return success(null)
    } catch (error) {
      const problem = diskProblem(error, {
        undone: 'The access token was not kept',
        kept: 'It holds until Earmark ends.',
        folder: path,
      })
      if (problem === null) throw error
      return { ok: false, problem }
    }
  }

  return {
    read: () => forNow ?? kept(),
    standing: () => ({
      token: forNow !== null ? 'for-now' : kept() !== null ? 'kept' : 'none',
      canKeep: keyStore.isThere(),
    }),
    give: async (token) => {
      if (!/^[\x21-\x7e]{8,200}$/.test(token)) {
        return failure('bad-arguments', 'This is no access token. Copy it from readwise.io/access_token.')
      }
      forNow = token
      if (!keyStore.isThere()) return success(null)
      const written = await write(keyStore.encrypt(token).toString('base64'))
      if (written.ok) forNow = null
      return written
    },
    forget: () => {
      forNow = null
      return write(null)
    },
  }
}
