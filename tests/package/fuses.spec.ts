import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { packagedProgram } from './packaged-app.ts'

/** How a fuse stands in the program's wire: the characters "0" and "1". */
const off = '0'.charCodeAt(0)
const on = '1'.charCodeAt(0)

const wanted = {
  [FuseV1Options.RunAsNode]: off,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
  [FuseV1Options.EnableNodeCliInspectArguments]: off,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
  [FuseV1Options.OnlyLoadAppFromAsar]: on,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  [FuseV1Options.EnableCookieEncryption]: off,
}

test('the packed program has its fuses set', async () => {
  expect(await getCurrentFuseWire(packagedProgram())).toMatchObject(wanted)
})
