export { label } from '../services/labels';

export interface Tag {
  name: string;
}

export const isTag = (value: unknown): value is Tag => typeof value === 'object' && value !== null && 'name' in value;
