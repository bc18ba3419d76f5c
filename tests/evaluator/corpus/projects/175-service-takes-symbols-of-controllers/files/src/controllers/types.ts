export const TYPES = { TagService: Symbol.for('TagService'), TagRepository: Symbol.for('TagRepository') };
