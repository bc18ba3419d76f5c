export function rank(uses: number): number {
  return Math.round(uses / 10);
}
