import 'reflect-metadata';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { Sequelize } from 'sequelize-typescript';
import { Tag } from './tag';

const sequelize = new Sequelize({
  dialect: 'postgres',
  host: process.env.DB_HOST || 'postgres',
  database: 'conduit',
  username: 'user',
  password: 'password',
  models: [Tag],
});

const app = new Hono();
app.get('/api/tags', async (c) => c.json({ tags: (await Tag.findAll()).map((tag) => tag.name) }));

await sequelize.sync();
serve({ fetch: app.fetch, port: 3000 });
