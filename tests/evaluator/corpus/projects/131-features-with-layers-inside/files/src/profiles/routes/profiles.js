import { Router } from 'express';
import { profileOf } from '../services/profiles.js';

const router = Router();
router.get('/profiles/:name', (req, res) => res.json({ profile: profileOf(req.params.name) }));
export default router;
