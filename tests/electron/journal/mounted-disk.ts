import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, type TestOptions } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

export type MountedDisk = {
  path: string
  makeReadOnly: () => void
  makeWritable: () => void
  /** Takes it away while files on it are open. */
  unplug: () => void
}

/** A real disk of its own, in memory. */
export async function mountDisk(bytes: number): Promise<MountedDisk> {
  const path = await temporaryFolder()
  mount(['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path])
  let mounted = true
  const unplug = (): void => {
    if (mounted) execFileSync('umount', ['-l', path])
    mounted = false
  }
  onTestFinished(unplug)
  return {
    path,
    makeReadOnly: () => mount(['-o', 'remount,ro', path]),
    makeWritable: () => mount(['-o', 'remount,rw', path]),
    unplug,
  }
}

/** Tests with real disks run where this user may mount one; elsewhere their names say that they did not. */
const mountable = process.platform === 'linux' && canMount()
export const withDisk: TestOptions = { skip: !mountable }
export const named = (name: string): string =>
  mountable ? name : `${name} (not run: no disk can be mounted here)`

function mount(args: string[]): void {
  execFileSync('mount', args, { stdio: ['ignore', 'ignore', 'ignore'] })
}

function canMount(): boolean {
  const path = mkdtempSync(join(tmpdir(), 'earmark-mount-'))
  try {
    mount(['-t', 'tmpfs', '-o', 'size=4096', 'tmpfs', path])
    execFileSync('umount', [path])
    return true
  } catch {
    return false
  } finally {
    rmdirSync(path)
  }
}
