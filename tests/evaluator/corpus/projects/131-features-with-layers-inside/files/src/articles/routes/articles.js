import { Router } from 'express';
import { read } from '../services/reading.js';

const router = Router();
router.get('/articles/:slug', (req, res) => res.json({ article: read(req.params.slug) }));
export default router;
