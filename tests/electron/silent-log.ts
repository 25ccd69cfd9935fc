const unheard = () => undefined

export const silentLog = { info: unheard, warn: unheard, error: unheard }
