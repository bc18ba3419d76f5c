export const HIGHEST = 100;
