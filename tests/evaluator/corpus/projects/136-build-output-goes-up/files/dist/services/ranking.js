export const rank = (uses) => uses / 10;
