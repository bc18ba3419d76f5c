export interface Tag {
  name: string;
  uses: number;
}

/** Printed by `npm run scaffold`. */
export const stub = (name: string): string => `
import { ${name}Service } from '../services/${name}.service.js';
import { TagService } from '../services/tag.service.js';

export default ${name};
`;

export const emptyTag: Tag = { name: '', uses: 0 };
