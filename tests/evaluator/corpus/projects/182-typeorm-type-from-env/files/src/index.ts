import express from 'express';
import { source, TagSchema } from './source';

const app = express();
app.get('/api/tags', async (_req, res) => {
  const tags = await source.getRepository(TagSchema).find();
  res.json({ tags: tags.map((tag) => tag.name) });
});
source.initialize().then(() => app.listen(3000));
