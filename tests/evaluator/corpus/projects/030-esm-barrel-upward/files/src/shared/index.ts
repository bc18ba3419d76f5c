export { rank } from '../services/index.js';
