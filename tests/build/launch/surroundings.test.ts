import { describe, expect, it } from 'vitest'
import { neededFlags } from '../../../build/launch/chromium-flags.mjs'
import { canRunTools } from '../../../build/launch/node-version.mjs'
import { findNpm } from '../../../build/launch/npm.mjs'
import { rememberFailureMs, shouldTryOfficial } from '../../../build/launch/official-attempt.mjs'
import { executableIn } from '../../../build/launch/runtime.mjs'
import { sandboxObstacle } from '../../../build/launch/sandbox.mjs'

const plenty = 8 * 1024 ** 3

describe('the switches for Chromium', () => {
  const flags = (machine: Partial<Parameters<typeof neededFlags>[0]>) =>
    neededFlags({ platform: 'linux', uid: 1000, sharedMemoryBytes: plenty, ...machine }).map(
      ({ flag }) => flag,
    )

  it('are none for an ordinary account', () => {
    expect(flags({})).toEqual([])
  })

  it('leave the sandbox out for root on Linux only', () => {
    expect(flags({ uid: 0 })).toEqual(['--no-sandbox'])
    expect(flags({ uid: 0, platform: 'darwin' })).toEqual([])
    expect(flags({ uid: undefined, platform: 'win32' })).toEqual([])
  })

  it('keep away from a container’s small shared memory', () => {
    expect(flags({ sharedMemoryBytes: 64 * 1024 * 1024 })).toEqual(['--disable-dev-shm-usage'])
    expect(flags({ sharedMemoryBytes: undefined })).toEqual([])
  })
})

describe('the sandbox', () => {
  const helper = { path: '/e/chrome-sandbox', ownerUid: 1000, mode: 0o100755 }
  const facts = { platform: 'linux' as const, uid: 1000, namespacesDenied: true, helper }

  it('needs a command where the system denies user namespaces', () => {
    expect(sandboxObstacle(facts)).toContain("sudo chmod 4755 '/e/chrome-sandbox'")
  })

  it('works with a helper that has root’s rights, with namespaces, and is not used by root', () => {
    expect(sandboxObstacle({ ...facts, helper: { ...helper, ownerUid: 0, mode: 0o104755 } })).toBeUndefined()
    expect(sandboxObstacle({ ...facts, namespacesDenied: false })).toBeUndefined()
    expect(sandboxObstacle({ ...facts, uid: 0 })).toBeUndefined()
  })
})

describe('the download of the official Electron', () => {
  const failure = { version: '45.4.1', atMs: 1_000_000 }

  it('is tried when it has not failed, or failed for another version', () => {
    expect(shouldTryOfficial({ version: '45.4.1', failure: undefined, nowMs: 0 })).toBe(true)
    expect(shouldTryOfficial({ version: '46.0.0', failure, nowMs: failure.atMs + 1 })).toBe(true)
  })

  it('is not tried again soon after it failed, but some day', () => {
    expect(shouldTryOfficial({ version: '45.4.1', failure, nowMs: failure.atMs + 60_000 })).toBe(false)
    const later = failure.atMs + rememberFailureMs + 1
    expect(shouldTryOfficial({ version: '45.4.1', failure, nowMs: later })).toBe(true)
  })

  it('is tried when the clock was set back past the failure', () => {
    expect(shouldTryOfficial({ version: '45.4.1', failure, nowMs: 0 })).toBe(true)
  })
})

describe('the programs', () => {
  it('are run by a Node of 22.12 or newer', () => {
    expect(['18.20.4', '20.20.2', '22.11.0', '22.12.0', '24.0.0'].map(canRunTools)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
  })

  it('lie where Electron lays them', () => {
    expect(executableIn('darwin')).toBe('Electron.app/Contents/MacOS/Electron')
    expect(executableIn('win32')).toBe('electron.exe')
    expect(executableIn('linux')).toBe('electron')
  })

  it('include the npm that runs us, under the Node that runs it', () => {
    const env = { npm_execpath: '/n/npm-cli.js', npm_node_execpath: '/usr/bin/node' }
    expect(findNpm({ env, execPath: '/p/.bin/node', platform: 'linux', exists: () => true })).toEqual({
      command: '/usr/bin/node',
      args: ['/n/npm-cli.js'],
      shell: false,
    })
  })

  it('do not mistake another package manager for npm', () => {
    const env = { npm_execpath: '/y/yarn.js' }
    const nothing = { env, execPath: '/p/node', exists: () => false }
    expect(findNpm({ ...nothing, platform: 'linux' })).toEqual({ command: 'npm', args: [], shell: false })
    expect(findNpm({ ...nothing, platform: 'win32' })).toEqual({ command: 'npm.cmd', args: [], shell: true })
  })
})
