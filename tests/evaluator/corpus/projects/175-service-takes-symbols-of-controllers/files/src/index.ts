import 'reflect-metadata';
import express from 'express';
import { TagController } from './controllers/tag.controller';
import { TagRepository } from './repositories/tag.repository';
import { TagService } from './services/tag.service';

const controller = new TagController(new TagService(new TagRepository()));
const app = express();
app.get('/api/tags', controller.index);
app.listen(3000);
