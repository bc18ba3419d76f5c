import express from 'express';
import articles from './articles/routes/articles.js';
import profiles from './profiles/routes/profiles.js';

const app = express();
app.use(express.json());
app.use('/api', articles, profiles);
app.listen(3000);
