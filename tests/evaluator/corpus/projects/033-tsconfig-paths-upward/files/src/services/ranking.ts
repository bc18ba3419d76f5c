export const byUses = (a: { uses: number }, b: { uses: number }): number => b.uses - a.uses;
