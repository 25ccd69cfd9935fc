// @ts-check
// How electron-builder packs the app. Vite has bundled everything, so the package holds out/ and no node_modules.

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'com.earmark.desktop',
  productName: 'Earmark',
  copyright: 'Copyright © The Earmark authors',
  directories: { buildResources: 'build/resources', output: 'dist' },
  files: ['out/**', 'package.json', '!node_modules/**'],
  extraResources: [{ from: 'electron/guide/content', to: 'guide' }],
  asar: true,
  // No native modules: nothing to compile for Electron.
  npmRebuild: false,
  protocols: [{ name: 'Earmark link', schemes: ['earmark'], role: 'Viewer' }],
  // What a shipped app does not need cannot be turned against the person who runs it.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    // macOS and Windows check the archive; Linux ignores this fuse.
    enableEmbeddedAsarIntegrityValidation: true,
    grantFileProtocolExtraPrivileges: false,
    // The app has no cookies worth a keychain prompt.
    enableCookieEncryption: false,
  },
  publish: null,
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'icons',
    executableName: 'earmark',
    category: 'AudioVideo;Audio;Education',
    synopsis: 'Listen to podcasts to learn',
    maintainer: 'The Earmark authors',
    desktop: { entry: { Keywords: 'podcast;audio;notes;chapters;learn;', StartupWMClass: 'Earmark' } },
  },
  deb: { packageCategory: 'sound' },
  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    icon: 'icon.icns',
    category: 'public.app-category.education',
    hardenedRuntime: true,
    entitlements: 'build/resources/entitlements.mac.plist',
    entitlementsInherit: 'build/resources/entitlements.mac.plist',
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
    icon: 'icon.ico',
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
}
