import { describe, expect, it } from 'vitest'
import { installIsCurrent } from '../../../build/launch/installed-packages.mjs'

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
    'node_modules/tool-win32': {
      version: '2.0.0',
      integrity: 'sha512-b',
      optional: true,
      os: ['win32'],
      cpu: ['x64'],
    },
  },
}

const linux = { platform: 'linux', arch: 'x64' }

describe('what is installed', () => {
  it('is current when it holds what the lock file asks for, but for other systems’ binaries', () => {
    const present = { packages: { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' } } }
    expect(installIsCurrent(wanted, present, linux)).toBe(true)
  })

  it('is not, when this system’s own binary is missing', () => {
    const present = { packages: { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' } } }
    expect(installIsCurrent(wanted, present, { platform: 'win32', arch: 'x64' })).toBe(false)
    expect(installIsCurrent(wanted, present, { platform: 'win32', arch: 'arm64' })).toBe(true)
  })

  it('needs no binary for musl, and none that this system is excluded from', () => {
    const optional = { version: '1.0.0', optional: true }
    const others = {
      packages: {
        'node_modules/a': { ...optional, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
        'node_modules/b': { ...optional, os: ['!linux'] },
        'node_modules/c': optional,
      },
    }
    expect(installIsCurrent(others, { packages: {} }, linux)).toBe(true)
    expect(installIsCurrent(others, { packages: {} }, { platform: 'darwin', arch: 'x64' })).toBe(false)
  })

  it('is not, when a package is missing', () => {
    expect(installIsCurrent(wanted, { packages: {} }, linux)).toBe(false)
  })

  it('is not, when a package has another version or content', () => {
    const react = { version: '19.3.0', integrity: 'sha512-a' }
    expect(installIsCurrent(wanted, { packages: { 'node_modules/react': react } }, linux)).toBe(false)
    const changed = { version: '19.3.1', integrity: 'sha512-c' }
    expect(installIsCurrent(wanted, { packages: { 'node_modules/react': changed } }, linux)).toBe(false)
  })

  it('is not, when npm has never finished', () => {
    expect(installIsCurrent(wanted, undefined, linux)).toBe(false)
    expect(installIsCurrent(wanted, {}, linux)).toBe(false)
  })
})
