// @ts-check

/** A 64-bit time_t renamed some packages in Debian 13 and Ubuntu 24.04; the newer name comes first. */
const debianNames = /** @type {Record<string, readonly string[]>} */ ({
  'libX11.so.6': ['libx11-6'],
  'libX11-xcb.so.1': ['libx11-xcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXcursor.so.1': ['libxcursor1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXi.so.6': ['libxi6'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXrender.so.1': ['libxrender1'],
  'libXss.so.1': ['libxss1'],
  'libXtst.so.6': ['libxtst6'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgcc_s.so.1': ['libgcc-s1'],
  'libgdk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libgdk_pixbuf-2.0.so.0': ['libgdk-pixbuf-2.0-0'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  Xvfb: ['xvfb'],
})

/**
 * The libraries that ldd could not find, by soname.
 * @param {string} lddOutput
 */
export const missingLibraries = (lddOutput) => [
  ...new Set([...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')),
]

/** Every Debian name that one of these needs might go by. @param {readonly string[]} needs */
export const candidatePackages = (needs) => [...new Set(needs.flatMap((need) => debianNames[need] ?? []))]

/**
 * The packages that apt knows, from `apt-cache policy NAME…`.
 * @param {string} policyOutput
 */
export const installablePackages = (policyOutput) => {
  const known = new Set()
  for (const match of policyOutput.matchAll(/^(\S+):\n(?:[ \t]+.*\n)*?[ \t]+Candidate: (\S+)/gm)) {
    if (match[2] !== '(none)') known.add(match[1])
  }
  return known
}

/**
 * The packages to install, one for each need, and the needs no package is known for.
 * @param {readonly string[]} needs sonames, or "Xvfb"
 * @param {ReadonlySet<string>} installable
 */
export const packagesFor = (needs, installable) => {
  /** @type {Set<string>} */
  const packages = new Set()
  /** @type {string[]} */
  const unknown = []
  for (const need of needs) {
    const names = debianNames[need]
    if (!names) unknown.push(need)
    // Where apt knows none of them its lists are empty; the older name is provided by the newer package.
    else packages.add(names.find((name) => installable.has(name)) ?? names.at(-1) ?? need)
  }
  return { packages: [...packages].sort(), unknown }
}

/**
 * What a person types to install what is missing, where we may not or cannot.
 * @param {'apt-get' | 'dnf' | 'zypper' | 'pacman' | undefined} installer
 * @param {{ needs: readonly string[], packages: readonly string[] }} missing
 */
export const installCommand = (installer, { needs, packages }) => {
  // Fedora's and openSUSE's packages provide each soname as a capability of that name.
  const capabilities = needs
    .map((need) => (need === 'Xvfb' ? '/usr/bin/Xvfb' : `'${need}()(64bit)'`))
    .join(' ')
  switch (installer) {
    case 'apt-get':
      return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
    case 'dnf':
      return `sudo dnf install -y ${capabilities}`
    case 'zypper':
      return `sudo zypper install -y ${capabilities}`
    case 'pacman':
      return 'sudo pacman -S --needed gtk3 nss alsa-lib mesa libcups at-spi2-core xorg-server-xvfb'
    case undefined:
      return undefined
  }
}
