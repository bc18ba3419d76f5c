export function alertMany(name: string): void {
  process.emitWarning(`tag ${name} grows fast`);
}
