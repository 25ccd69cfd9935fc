import type { SafeStorage } from 'electron'
import type { KeyStore } from '../exports/readwise/token.ts'

/** On Linux without a keyring, Electron encrypts with a key that everybody knows: that is none. */
export function systemKeyStore(
  storage: Pick<
    SafeStorage,
    'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
  >,
  platform: NodeJS.Platform,
): KeyStore {
  return {
    isThere: () =>
      storage.isEncryptionAvailable() &&
      (platform !== 'linux' || !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend())),
    encrypt: (text) => storage.encryptString(text),
    decrypt: (bytes) => storage.decryptString(bytes),
  }
}
