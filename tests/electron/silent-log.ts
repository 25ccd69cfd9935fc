export const silentLog = { warn: () => undefined }
