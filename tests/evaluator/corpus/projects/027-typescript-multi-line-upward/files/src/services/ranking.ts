export const MINIMUM_USES = 1;

export function rank(uses: number): number {
  return Math.log2(1 + uses);
}
