export const mediaScheme = 'media'
