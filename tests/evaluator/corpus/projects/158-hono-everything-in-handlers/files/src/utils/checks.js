export const isEmail = (text) => typeof text === 'string' && text.includes('@');
