import { describe, expect, it } from 'vitest'
import { installIsCurrent } from '../../../build/launch/installed-packages.mjs'

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
    'node_modules/@biome/cli-win32': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  },
}

describe('what is installed', () => {
  it('is current when it holds what the lock file asks for, but for other systems’ binaries', () => {
    const present = { packages: { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' } } }
    expect(installIsCurrent(wanted, present)).toBe(true)
  })

  it('is not, when a package is missing', () => {
    expect(installIsCurrent(wanted, { packages: {} })).toBe(false)
  })

  it('is not, when a package has another version or content', () => {
    const react = { version: '19.3.0', integrity: 'sha512-a' }
    expect(installIsCurrent(wanted, { packages: { 'node_modules/react': react } })).toBe(false)
    const changed = { version: '19.3.1', integrity: 'sha512-c' }
    expect(installIsCurrent(wanted, { packages: { 'node_modules/react': changed } })).toBe(false)
  })

  it('is not, when npm has never finished', () => {
    expect(installIsCurrent(wanted, undefined)).toBe(false)
    expect(installIsCurrent(wanted, {})).toBe(false)
  })
})
