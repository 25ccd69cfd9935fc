import { describe, expect, it } from 'vitest'
import {
  candidatePackages,
  installablePackages,
  installCommand,
  missingLibraries,
  packagesFor,
} from '../../../build/launch/library-packages.mjs'

const ldd = `
	linux-vdso.so.1 (0x00007ffc)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)
	libgtk-3.so.0 => not found
	libasound.so.2 => not found
	libnss3.so => not found
	libnssutil3.so => not found
	libnss3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
`

const bookwormPolicy = `libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2~deb12u3
  Version table:
     3.24.38-2~deb12u3 500
        500 http://deb.debian.org/debian bookworm/main amd64 Packages
libasound2:
  Installed: (none)
  Candidate: 1.2.8-1+b1
  Version table:
     1.2.8-1+b1 500
libnss3:
  Installed: 2:3.87.1-1
  Candidate: 2:3.87.1-1
`

/** Ubuntu 24.04 still knows libasound2 by name, but only as something that other packages provide. */
const noblePolicy = `libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.41-4ubuntu1
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1build2
libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libnss3:
  Installed: (none)
  Candidate: 2:3.98-1build1
`

describe('missing system libraries', () => {
  it('are read from ldd, each once', () => {
    expect(missingLibraries(ldd)).toEqual(['libgtk-3.so.0', 'libasound.so.2', 'libnss3.so', 'libnssutil3.so'])
  })

  it('are none where ldd found all', () => {
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x1)\n')).toEqual([])
  })

  it('ask apt about every name their package has had', () => {
    expect(candidatePackages(['libasound.so.2', 'Xvfb'])).toEqual(['libasound2t64', 'libasound2', 'xvfb'])
  })

  it('become the packages of Debian 12', () => {
    expect(packagesFor(missingLibraries(ldd), installablePackages(bookwormPolicy))).toEqual({
      packages: ['libasound2', 'libgtk-3-0', 'libnss3'],
      unknown: [],
    })
  })

  it('become the renamed packages of Ubuntu 24.04', () => {
    expect(packagesFor(missingLibraries(ldd), installablePackages(noblePolicy)).packages).toEqual([
      'libasound2t64',
      'libgtk-3-0t64',
      'libnss3',
    ])
  })

  it('are named when no package is known for them', () => {
    expect(packagesFor(['libnew.so.9'], new Set()).unknown).toEqual(['libnew.so.9'])
  })
})

describe('the command that a person is given', () => {
  const missing = { needs: ['libnss3.so', 'Xvfb'], packages: ['libnss3', 'xvfb'] }

  it('is exact on Debian and Ubuntu', () => {
    expect(installCommand('apt-get', missing)).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends libnss3 xvfb',
    )
  })

  it('asks Fedora for the libraries themselves', () => {
    expect(installCommand('dnf', missing)).toBe("sudo dnf install -y 'libnss3.so()(64bit)' /usr/bin/Xvfb")
  })

  it('is left out where the installer is unknown', () => {
    expect(installCommand(undefined, missing)).toBeUndefined()
  })
})
